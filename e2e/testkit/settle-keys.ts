import type { Page } from 'playwright-core'

/**
 * Keys as a person sends them: the next one once the last one is drawn. A test would else outrun the timers
 * in which menus and tabs move the focus, as nobody can.
 */
export function settleKeys(page: Page): void {
  const { keyboard } = page
  const press = keyboard.press.bind(keyboard)
  const type = keyboard.type.bind(keyboard)
  keyboard.press = async (key, options) => {
    await press(key, options)
    await drawn(page)
  }
  keyboard.type = async (text, options) => {
    await type(text, options)
    await drawn(page)
  }
}

async function drawn(page: Page): Promise<void> {
  try {
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))')
  } catch (error) {
    // The key led to another page.
    if (!/context was destroyed|navigat/i.test(String(error))) throw error
  }
}
