import { HIDE_REASON_MAX } from '@core/kernel/limits'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { tappable } from '@/components/tappable'
import { TextSheet } from '@/pages/admin/text-sheet'
import { go } from '@/services/route'
import './staff-post.scss'

type CardProps = {
  /** A review or a question. */
  post: { title: string; productId: string; memberId: string }
  children: ReactNode
}

/** The frame of a review or a question for the staff: its product and its author above it. */
export const StaffPostCard = ({ post, children }: CardProps) => (
  <View className="card">
    <View className="staff-post__product">
      <Text
        className="staff-post__title"
        {...tappable(`看商品 ${post.title}`, 'link')}
        onClick={() => go.product(post.productId)}
      >
        {post.title}
      </Text>
      <Button kind="quiet" size="small" onTap={() => go.staffMember(post.memberId)}>
        看顾客
      </Button>
    </View>
    {children}
  </View>
)

/** Why a post is hidden or has to be checked; nothing for an empty text. */
export const StaffPostNotice = ({ text }: { text: string }) =>
  text === '' ? null : <Text className="staff-post__notice">{text}</Text>

type HideSheetProps = {
  placeholder: string
  commonReasons: readonly string[]
  /** Returns what went wrong. */
  onHide(reason: string): Promise<string | undefined>
  onClose(): void
}

export const HideSheet = ({ placeholder, commonReasons, onHide, onClose }: HideSheetProps) => (
  <TextSheet
    title="为什么隐藏"
    action="隐藏"
    placeholder={placeholder}
    max={HIDE_REASON_MAX}
    suggestions={commonReasons}
    onSend={onHide}
    onClose={onClose}
  />
)
