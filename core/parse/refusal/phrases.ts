/** By a word that all have: it is looked for first, as most lines have none of them. */
interface Phrases {
  word: string
  phrases: readonly string[]
}

/** How programs of any kind say that somebody's log-in failed, in lower case. */
const LOGIN_FAILURES: readonly Phrases[] = [
  {
    word: 'fail',
    phrases: [
      ...['authentication fail', 'auth fail', 'authfail', 'login fail', 'failed login', 'failed to login'],
      ...['failed to log in', 'failed log in', 'failed authentication', 'failed to authenticate'],
      ...['failed to verify', 'logon fail', 'fail login', 'failed password', 'password check failed'],
      ...['challengeresponsefailed', 'login excessive', 'login disabled'],
    ],
  },
  {
    word: 'invalid',
    phrases: [
      ...['invalid password', 'invalid user', 'invalid login', 'invalid credentials', 'invalid account'],
      ...['invalidaccountid', 'invalid admin token', 'invalid token', 'invalid totp', '2fa invalid'],
    ],
  },
  { word: 'bad', phrases: ['badlogin', 'bad login', 'bad password', 'bad credentials', 'bad rcon'] },
  { word: 'wrong', phrases: ['wrong password', 'wrong credentials', 'wrong certificate or password'] },
  {
    word: 'incorrect',
    phrases: [
      ...['login incorrect', 'incorrect password', 'password incorrect', 'password is incorrect'],
      ...['incorrect credentials', 'incorrect login', 'incorrect username'],
    ],
  },
  { word: 'unknown', phrases: ['unknown user', 'unknown login', 'user unknown'] },
  { word: 'denied', phrases: ['login denied', 'logon denied', 'user denied'] },
  {
    word: 'login ',
    phrases: ['login error', 'login not allowed', 'login attempt', 'login rejected', 'login disabled'],
  },
  { word: 'auth', phrases: ['authentication error', 'authentication attempts', 'autherr', 'auth error'] },
  { word: 'user', phrases: ['no such user', 'user not found'] },
  { word: 'password', phrases: ['password mismatch', "password doesn't match", 'password did not match'] },
]

/** How they say that they turned somebody away. */
const REFUSALS: readonly Phrases[] = [
  { word: 'denied', phrases: ['access denied', 'permission denied', ' denied'] },
  { word: 're', phrases: [' refused', ' rejected', 'rejecting ', 'relay attempt'] },
  { word: 'block', phrases: [' blocked', 'blocking '] },
  { word: 'ban', phrases: [' banned', '] ban '] },
  { word: 'fail', phrases: ['failedacl', 'ssl accept attempt failed', ' fail: '] },
  { word: 'not allowed', phrases: ['not allowed'] },
  { word: 'attack', phrases: ['attacker '] },
  { word: 'hacking attempt', phrases: ['hacking attempt'] },
  { word: 'security violation', phrases: ['security violation'] },
  { word: 'unauthori', phrases: ['unauthorized', 'unauthorised'] },
]

const says = (lower: string, groups: readonly Phrases[]): boolean =>
  groups.some(({ word, phrases }) => lower.includes(word) && phrases.some((phrase) => lower.includes(phrase)))

export const saysLoginFailed = (lower: string): boolean => says(lower, LOGIN_FAILURES)

export const saysRefused = (lower: string): boolean => says(lower, REFUSALS)
