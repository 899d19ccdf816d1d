import { createFields } from '../create-fields.ts'
import type { Line, ParseContext, Parsed, Parser } from '../parser.ts'
import { wholeNumber } from '../text/digits.ts'
import { bsdTimeAt } from '../time/parse-bsd-time.ts'

const HEAD = /^([IWEF])(\d\d)(\d\d) (\d\d:\d\d:\d\d\.\d{6}) +(\d{1,8}) ([\w.+-]{1,100}):(\d{1,6})\] /
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `E0310 12:00:00.123456       7 main.go:256] message`: what klog and glog write, without a year. */
function parse({ text }: Line, context: ParseContext): Parsed | undefined {
  const head = HEAD.exec(text.slice(0, 200))
  const month = MONTHS[Number(head?.[2]) - 1]
  if (!head?.[1] || month === undefined) return undefined
  const fields = createFields()
  fields['event.module'] = 'kubernetes'
  fields['event.dataset'] = 'kubernetes.component'
  fields['log.level'] = head[1]
  const thread = wholeNumber(head[5] ?? '')
  const line = wholeNumber(head[7] ?? '')
  if (thread !== undefined) fields['process.thread.id'] = thread
  fields['log.origin.file.name'] = head[6] ?? ''
  if (line !== undefined) fields['log.origin.file.line'] = line
  fields.message = text.slice(head[0].length)
  return { time: bsdTimeAt(`${month} ${head[3]} ${head[4]}`, 0, context)?.time, fields }
}

export const parser: Parser = {
  name: 'klog',
  reads: 'components of Kubernetes and its ingress controller (klog, glog)',
  version: 1,
  clues: ['I', 'W', 'E', 'F'].flatMap((level) => [{ prefix: `${level}0` }, { prefix: `${level}1` }]),
  parse,
  samples: [
    'E0310 12:00:00.123456       7 config.go:489] Expected to load root CA config',
    'I0310 12:00:00.123456       7 main.go:256] "Trying to discover Kubernetes version"',
  ],
}
