/** Beside `system`. Tokens of the last two have more contrast. */
export const THEMES = [
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
  { value: 'contrast-light', name: 'High contrast, light' },
  { value: 'contrast-dark', name: 'High contrast, dark' },
]
