import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { joinClass } from './join-class.ts'

interface ButtonProps extends ComponentProps<'button'> {
  /** One `primary` to a page. */
  look?: 'primary' | 'plain' | 'quiet'
}

export function Button({ look = 'plain', type = 'button', className, ...rest }: ButtonProps) {
  return <button type={type} className={joinClass(styles.button, styles[look], className)} {...rest} />
}
