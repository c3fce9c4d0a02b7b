import { Dialog } from '@nutui/nutui-react-taro'
import './confirm.scss'

type Props = {
  isOpen: boolean
  title: string
  /** What it will bring about. */
  note: string
  /** The words of the button that does it. */
  action: string
  onConfirm(): Promise<void>
  onClose(): void
}

/** Asks before something that cannot be undone. */
export function Confirm({ isOpen, title, note, action, onConfirm, onClose }: Props) {
  return (
    <Dialog
      visible={isOpen}
      title={title}
      content={note}
      confirmText={action}
      cancelText="再想想"
      onConfirm={onConfirm}
      onCancel={onClose}
      onClose={onClose}
    />
  )
}
