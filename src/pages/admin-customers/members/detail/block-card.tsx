import type { MemberDetail } from '@core/contract/customers'
import type { BlockDays } from '@core/domain/members/block'
import type { Day } from '@core/kernel/calendar'
import { HIDE_REASON_MAX } from '@core/kernel/limits'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Confirm } from '@/components/confirm'
import { BLOCK_CHOICES, BLOCK_NOTE, BLOCK_REASONS, blockCopy } from '@/copy/blocks'
import { formatMoment } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { ChipRow } from '@/pages/admin/chip-row'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'
import './why-card.scss'

type Props = { member: MemberDetail; today: Day; onChange(): Promise<void> }

/** Blocks a customer, in two taps with a reason, or lifts the block, in two taps as well. */
export function BlockCard({ member, today, onChange }: Props) {
  const [step, setStep] = useState<'block' | 'unblock' | null>(null)
  const { id: memberId, block, canBlock } = member
  if (!canBlock) return null
  const close = () => setStep(null)
  const unblock = async () => {
    const answer = await callAdmin('members.unblock', { memberId })
    close()
    if (!answer.ok) return toast(failureLine(answer.error))
    await onChange()
    toast('已解除，可以照常下单了')
  }
  return (
    <Card title={block ? blockCopy(block.until, today) : '拉黑'}>
      <Text className="why-card__text">
        {block ? `${block.reason}，${formatMoment(block.at, today)}拉黑。` : BLOCK_NOTE}
      </Text>
      <Button kind="soft" onTap={() => setStep(block ? 'unblock' : 'block')}>
        {block ? '解除拉黑' : '拉黑这位顾客'}
      </Button>
      {step === 'block' && (
        <BlockSheet
          memberId={memberId}
          onBlocked={async () => {
            close()
            await onChange()
            toast('已拉黑')
          }}
          onClose={close}
        />
      )}
      <Confirm
        isOpen={step === 'unblock'}
        title="解除拉黑"
        note="马上就能照常下单、评价和提问。"
        action="解除"
        onConfirm={unblock}
        onClose={close}
      />
    </Card>
  )
}

type SheetProps = { memberId: string; onBlocked(): Promise<void>; onClose(): void }

/** Why, and for how long; sending it is the second tap. */
function BlockSheet({ memberId, onBlocked, onClose }: SheetProps) {
  const [days, setDays] = useState<BlockDays>(7)
  const send = async (reason: string) => {
    const answer = await callAdmin('members.block', { memberId, reason, days })
    if (!answer.ok) return failureLine(answer.error)
    await onBlocked()
    return undefined
  }
  return (
    <TextSheet
      title="拉黑这位顾客"
      lead={BLOCK_NOTE}
      action="拉黑"
      placeholder="为什么，只有店里看得到"
      max={HIDE_REASON_MAX}
      suggestions={BLOCK_REASONS}
      onSend={send}
      onClose={onClose}
    >
      <ChipRow options={BLOCK_CHOICES} selected={days} onSelect={setDays} />
    </TextSheet>
  )
}
