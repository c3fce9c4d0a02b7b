import type { GrantView } from '@core/contract/coupons'
import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { CLAIM_ERROR_COPY } from '@/copy/coupons'
import { failureLine } from '@/copy/failures'
import { callShop } from '@/services/call'
import { mintId } from '@/services/ids'
import { toast } from '@/services/toast'
import './code-field.scss'

/** Longer inputs cannot be a valid code. */
const CODE_MAX = 32

type Props = {
  onClaimed(grant: GrantView): void
  /** The customer is not a member yet. */
  onJoin(): void
}

/** Redeems a code; the input is kept until it succeeds. */
export function CodeField({ onClaimed, onJoin }: Props) {
  const [code, setCode] = useState('')
  const [claimId, setClaimId] = useState(mintId)
  const [errorText, setErrorText] = useState('')
  const [isBusy, setBusy] = useState(false)

  const submitCode = async () => {
    if (code.trim() === '') return setErrorText('先输入券码')
    setBusy(true)
    const answer = await callShop('coupons.enterCode', { code, claimId })
    setBusy(false)
    if (answer.ok) {
      setCode('')
      setClaimId(mintId())
      toast('已放进券包')
      return onClaimed(answer.value)
    }
    const { error } = answer
    setErrorText(
      error.code in CLAIM_ERROR_COPY
        ? CLAIM_ERROR_COPY[error.code as ClaimErrorCode]
        : failureLine(error),
    )
    if (error.code === 'NOT_A_MEMBER') onJoin()
  }

  return (
    <View className="code-field">
      <View className="code-field__line">
        <Input
          className="code-field__input"
          value={code}
          maxlength={CODE_MAX}
          placeholder="输入券码"
          placeholderClass="placeholder"
          aria-label="券码"
          onInput={(event) => {
            setCode(event.detail.value)
            setErrorText('')
          }}
          onConfirm={() => void submitCode()}
        />
        <Button kind="soft" size="small" busy={isBusy} onTap={() => void submitCode()}>
          兑换
        </Button>
      </View>
      {errorText !== '' && (
        <View className="code-field__error" role="alert">
          {errorText}
        </View>
      )}
    </View>
  )
}

type ClaimErrorCode = keyof typeof CLAIM_ERROR_COPY
