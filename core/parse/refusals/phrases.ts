/** What a refusal is about. */
export type RefusalKind = 'authentication-failed' | 'access-denied' | 'attack-detected'

/** Stems without which no line is a refusal: one cheap search for all lines that nobody else reads. */
export const STEMS =
  /fail|denied|den(?:y|ies)|invalid|refus|reject|incorrect|unknown|mismatch|block|wrong|illegal|bad ?(?:login|password|rcon|protocol)|attack|not found|no such|violation|excess|mal(?:formed|icious)|doesn.t|does not match|ban |limiting|tried to|did not (?:login|match)|too (?:many|much)|might not have|without|error|no match|alert|can.t |rbl|ports \d|PROXY\.\d|not allowed|disabled|sip auth/i

/** Words of programs of all kinds for the same three things; the first that fits is right. */
export const PHRASES: readonly (readonly [kind: RefusalKind, says: RegExp])[] = [
  [
    'authentication-failed',
    new RegExp(
      [
        'auth(?:entication|orization|orisation|enticate|-worker)?[ _:-]{0,2}(?:attempt |request |challenge )?(?:\\(\\w{1,12}\\) )?(?:has |was )?(?:fail|err\\b|error|denied|reject|unsuccess|refus)',
        'fail(?:ed|ure|ures)?[ :]{1,2}(?:to )?(?:an? )?(?:smtp |imap |pop3 |ftp |sip )?(?:log-?in|log ?on|auth|password|sign)',
        'fail(?:ed|ure)? (?:from|for user|login attempt)',
        '(?:log-?in|log ?on|sign-?in)s?(?: attempts?| attempt was| for \\S{1,128}| to \\S{1,128}| by \\S{1,128})? ?(?:has |have |was )?(?:fail|denied|incorrect|error|refused|rejected|unsuccess|might not have worked)',
        '(?:bad|repeated|invalid|illegal|wrong|excessive|unknown|unauthori[sz]ed) ?(?:log-?ins?|passwords?|user ?names?|users?|credentials?|token|admin token|totp code|rcon|authentication)\\b',
        'password[^\\n]{0,40}? (?:mismatch|incorrect|is incorrect|does(?:n.t| not) match|failed|authentication failed|wrong)',
        '(?:incorrect|wrong|mismatched|empty|bad|invalid) (?:user ?name or )?password',
        '(?:no such|unknown|nonexistent|illegal|invalid|unregistered) user',
        'user(?:name)? ?[^\\n]{0,128}? (?:not found|doesn.t exist|does not exist|tried to login|unknown|was not found)',
        'can.t find user|no matching (?:peer|endpoint)|not a local domain|peer is not supposed',
        'user denied|authfail|authentication error|root login (?:refused|attempted)|failed to auth|did not auth',
        'supplied (?:unknown user|wrong password|empty password)|maximum (?:auth|login)',
        'max(?:imum)? (?:auth|login|sender authentication)[^\\n]{0,40}(?:reached|exceed)|too (?:many|much) (?:auth|login|failed)',
        'no auth attempts|tried to use disallowed|ssl negotiation with client failed',
        'authentication attempt[^\\n]{0,200}? failed|error reading authentication|sip auth (?:challenge|failure)',
        'root login not allowed|login disabled|can.t find apop secret|might not have worked|login denied',
        'certificate or password|could not access user|pam_authenticate\\(\\)|two_factor|2fa invalid|invalid 2fa',
      ].join('|'),
      'i',
    ),
  ],
  [
    'attack-detected',
    new RegExp(
      [
        'possible \\w{1,20} attack|attack detected|attackalert|security violation|alert - |\\(attacker ',
        'port ?scan|(?:tcp|udp) blocked|[\\da-f.:]{3,45} to [\\da-f.:]{3,45} ports? \\d|\\bports? \\d{1,5}, \\d{1,5},|scan detected',
        'spam(?:mer)? (?:detected|source)|contains a virus|malware|shellshock|error importing function definition',
        '(?:^|[ \\]] ?)(?:re)?ban [\\da-f]{1,4}[.:]|already banned',
      ].join('|'),
      'i',
    ),
  ],
  [
    'access-denied',
    new RegExp(
      [
        '(?:access|connection|permission|relay(?:ing)?|request|client|query|transfer|update|host|recipient|sender|message|session|address)[^\\n]{0,60}? (?:is |was |has been )?(?:denied|forbidden|refused|rejected|blocked|not allowed|not permitted)',
        '(?:denied|refused|rejected|blocked|blocking|dropped|banned|ban|drop) (?:connect|connection|access|by |from |for |client|host|rcpt|mail|after|message|request|[\\da-f.:]{3,45})',
        'relay attempt|unknown recipient|user unknown|user [^\\n]{0,128}?unknown|(?:limiting|delaying) (?:requests?|connections?)',
        '(?:PROXY|SOCKS[45]?|POP3P|FTPPR|SMTPP|ADMIN|TCPPM)\\.\\d{1,5} 0(?:00(?:0[1-9]|[1-9]\\d)|0[1-9]\\d\\d)\\b',
        'reject=|fail: |: err(?:or)?,relay=|rblsmtpd: |rbl: |blocked using|rejected (?:rcpt|after|by|connection|mail)',
        'not exist: /|file does not exist|access forbidden|script not found|limit exceeded|rate exceeded',
        'failed to (?:negotiate|read)|protocol (?:error|violation)|bad protocol|did not issue|unsupported command|not allowed',
      ].join('|'),
      'i',
    ),
  ],
]
