import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import { tappable } from './tappable'
import './choice.scss'

type ChoiceProps = {
  isSelected: boolean
  /** Shows a close icon: a tap deselects. */
  isRemovable?: boolean
  /** Styled for a card instead of the page background. */
  isOnCard?: boolean
  label?: string
  onTap: () => void
  children: ReactNode
}

/** One option of several, as a pill. */
export function Choice(props: ChoiceProps) {
  const {
    isSelected: isOn,
    isRemovable = false,
    isOnCard: onCard = false,
    label,
    onTap,
    children,
  } = props
  const classes = ['choice']
  if (isOn) classes.push('is-on')
  if (onCard) classes.push('is-on-card')
  return (
    <View className={classes.join(' ')} {...tappable(label)} aria-pressed={isOn} onClick={onTap}>
      {children}
      {isRemovable && <Icon name="close" />}
    </View>
  )
}
