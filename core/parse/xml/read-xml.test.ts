import { describe, expect, it } from 'vitest'
import { decodeXmlText } from './decode-xml-text.ts'
import { readXml } from './read-xml.ts'

describe('readXml', () => {
  it('reads elements, attributes, text and CDATA', () => {
    expect(
      readXml('<?xml version="1.0"?><!-- x --><e:a xmlns:e="u" q=\'1 > 0\'>t<b/><![CDATA[<&>]]></e:a>'),
    ).toEqual({
      root: {
        name: 'a',
        attributes: [
          ['e', 'u'],
          ['q', '1 > 0'],
        ],
        children: [{ name: 'b', attributes: [], children: [], text: '' }],
        text: 't<&>',
      },
      cut: false,
    })
  })

  it('ends with its root', () => {
    expect(readXml('<a>x</a><b>')?.root).toMatchObject({ name: 'a', text: 'x' })
  })

  it('keeps what a cut text had', () => {
    const cut = readXml('<a><b>x</b><c>yy')
    expect([cut?.cut, cut?.root.children.map(({ text }) => text)]).toEqual([true, ['x', 'yy']])
    expect(readXml('<a><b>x</b><c at')?.cut).toBe(true)
    expect(readXml('<a><![CDATA[x')?.root.text).toBe('x')
  })

  it.each([
    ['no element', 'x'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['tags that cross', '<a><b></a></b>'],
    ['a nameless tag', '< a/>'],
    ['depth', '<a>'.repeat(200)],
    ['number', `<a>${'<b/>'.repeat(10_000)}</a>`],
  ])('refuses %s', (_, text) => {
    expect(readXml(text)).toBeUndefined()
  })

  it.each([['<'], ['<a b="'], ['<a x=\'"'], ['<!--'], ['<![CDATA['], ['<a>&'], ['<a b=c>'], ['</a>']])(
    'takes linear time for %s',
    (part) => {
      const start = process.cpuUsage().user
      readXml(`<a>${part.repeat(200_000)}`)
      readXml(part.repeat(200_000))
      expect(process.cpuUsage().user - start).toBeLessThan(2_000_000)
    },
  )
})

describe('decodeXmlText', () => {
  it.each([
    ['a &lt;b&gt; &amp;amp; &quot;&apos;', 'a <b> &amp; "\''],
    ['&#65;&#x42;&#x1F600;', 'AB\u{1F600}'],
    ['a & b &nbsp; &#0; &#x110000; &#xZ; &', 'a & b &nbsp; &#0; &#x110000; &#xZ; &'],
    ['a\r\nb\rc', 'a\nb\nc'],
  ])('%s', (text, expected) => {
    expect(decodeXmlText(text)).toBe(expected)
  })
})
