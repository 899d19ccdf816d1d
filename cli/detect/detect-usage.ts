export const DETECT_USAGE = `Usage: nightjar detect --rules DIR [OPTIONS] [FILE|DIR|-]...

Judges logs by the SIGMA rules below DIR. FILE (standard input without one) holds raw log lines, JSON events in
lines, in an array or one after the other (evtx_dump), or is a Windows event log (EVTX); any of them may be gzipped.
A folder stands for all files below it.

  --rules DIR         folder of SIGMA rules, or one rule file; may be given again
  --output ndjson     a line of JSON for each event that matched (default):
                      {"index":0,"rules":["80969d4d-0666-444b-8aee-f3e77d7a83b1"]}
  --output table      a row for each detection: time, level, rule, host, user, and the value that matched
  --output summary    detections of each rule and level, since when and until when; events per second
  --full              ndjson also says when, where, who, and of each rule title, level, tags, entity and evidence

Which rules
  --level NAME        least level: informational, low, medium, high, critical
  --status NAME,...   any of these statuses: stable, test, experimental, deprecated, unsupported
  --tag NAME,...      any of these tags; attack.t1059 also stands for attack.t1059.001
  --rule NAME,...     only these: ids, or files or folders as they are named below DIR
  --exclude NAME,...  all but these
  --placeholders FILE YAML map of lists for |expand, as in  admins: [anna, bob]
  --skip-broken       go on without the rules that do not load

How events are read
  --format NAME       parser to try first (default: auto); nightjar parse --help lists them
  --zone MINUTES      minutes east of UTC of times without a zone (default: 0)
  --as-is             lines are JSON events that carry the field names of the rules: no parser, no mapping, and
                      every rule meets every event
  --sources DIR       log sources and field names instead of Nightjar's own
  --quiet             no progress and no notes on stderr

index counts the events (non-empty lines) of an input from 0; where there are several inputs, "file" tells which. A
rule without id is called file#n: its file relative to DIR, and n the 0-based number of its document in the file.
Every *.yml and *.yaml below DIR is a rule file, but for *.tests.yml.

  nightjar detect --rules sigma/rules --skip-broken --output table --level high Security.evtx
  nightjar detect --rules rules/sigma --output summary /var/log
  zcat app.ndjson.gz | nightjar detect --rules rules/sigma --as-is

Exit codes: 0 done, whether or not anything matched; 1 an input could not be read to its end; 2 wrong use, no such
file, or (without --skip-broken) a rule that does not load
`
