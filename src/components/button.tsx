import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tappable } from './tappable'
import './button.scss'

type Props = {
  /** One `filled` button in view at most; `soft` for the second choice, `quiet` for the rest. */
  kind?: 'filled' | 'soft' | 'quiet'
  size?: 'normal' | 'small'
  /** Takes the whole width that is there. */
  wide?: boolean
  disabled?: boolean
  /** Something is under way: the button says so and takes no second tap. */
  busy?: boolean
  label?: string
  onTap(): void
  children: ReactNode
}

/** A button. While disabled or busy it takes no tap. */
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
