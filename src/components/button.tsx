import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tappable } from './tappable'
import './button.scss'

type Props = {
  /** At most one `filled` button per screen; `soft` is secondary, `quiet` is tertiary. */
  kind?: 'filled' | 'soft' | 'quiet'
  size?: 'normal' | 'small'
  /** Fills the available width. */
  wide?: boolean
  disabled?: boolean
  /** Shows a waiting text and ignores taps. */
  busy?: boolean
  label?: string
  onTap(): void
  children: ReactNode
}

/** A button; ignores taps while disabled or busy. */
export function Button(props: Props) {
  const { kind = 'filled', size = 'normal', wide = false, disabled = false, busy = false } = props
  const isIdle = !disabled && !busy
  const classes = ['button', `button--${kind}`, `button--${size}`]
  if (wide) classes.push('button--wide')
  if (!isIdle) classes.push('button--off')
  return (
    <View
      className={classes.join(' ')}
      hoverClass={isIdle ? 'button--pressed' : 'none'}
      {...tappable(props.label)}
      aria-disabled={!isIdle}
      onClick={(event) => {
        event.stopPropagation()
        if (isIdle) props.onTap()
      }}
    >
      {busy ? '请稍候…' : props.children}
    </View>
  )
}
