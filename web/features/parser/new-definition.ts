/** Where one starts from: comments say what else a definition may hold. JSON strings are YAML too. */
export function newDefinition(line = 'a line as the product writes it'): string {
  return `name: my-product
description: What it reads, in a line
# Which lines it is asked about. Without it: those of sources that name it.
# when: {program: mydaemon}
# when: {prefix: "MYAPP|", contains: "action="}
pattern:
  grok: '%{GREEDYDATA:message}'
  # or one of regex, json, keyValue, csv
# What the names of the pattern become; the others keep theirs.
# fields: {who: user.name, size: {to: http.response.body.bytes, type: int}}
# set: {event.module: my-product}
# time: {from: stamp, formats: [ISO8601]}
# Patterns that run on a field afterwards, even when the pattern did not match.
# helpers: [{field: message, pattern: {grok: 'from %{IP:source.ip}'}}]
samples:
  - ${JSON.stringify(line)}
`
}
