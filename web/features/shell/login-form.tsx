'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import field from '../../ui/field.module.css'
import { Logo } from '../../ui/logo.tsx'
import styles from './login-form.module.css'
import { signIn } from './sign-in.ts'
import standalone from './standalone.module.css'

export function LoginForm({ next }: { next: string }) {
  const [message, setMessage] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setMessage('')
    const result = await signIn(String(form.get('email')), String(form.get('password')))
    // A whole new page: nothing of a former session stays in memory.
    if (result.ok) location.assign(next)
    else {
      setMessage(result.message)
      setBusy(false)
    }
  }

  return (
    <main className={standalone.page}>
      {/* Were the script late, a form without a method would put the password into the address. */}
      <form className={styles.form} method="post" action="/login" onSubmit={submit}>
        <div className={styles.brand}>
          <Logo size={32} />
          <h1 className={styles.title}>Sign in to Nightjar</h1>
        </div>
        <label className={field.field}>
          <span className={field.label}>Email</span>
          <input className={field.input} name="email" type="email" autoComplete="username" required />
        </label>
        <label className={field.field}>
          <span className={field.label}>Password</span>
          <input
            className={field.input}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby="login-message"
          />
        </label>
        <Button type="submit" look="primary" className={styles.submit} disabled={busy}>
          {busy ? 'Signing in' : 'Sign in'}
        </Button>
        <p id="login-message" role="alert" className={styles.message}>
          {message}
        </p>
      </form>
    </main>
  )
}
