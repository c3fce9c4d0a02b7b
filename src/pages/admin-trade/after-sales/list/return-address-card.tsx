import { AFTER_SALE_WORDS_MAX } from '@core/kernel/limits'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { failureLine } from '@/copy/failures'
import { useLoad } from '@/hooks/use-load'
import { TextSheet } from '@/pages/admin/text-sheet'
import { callAdmin } from '@/services/call'
import { toast } from '@/services/toast'

/** The address to which customers return goods. */
export function ReturnAddressCard() {
  const [isOpen, setOpen] = useState(false)
  const loaded = useLoad(() => callAdmin('afterSales.returnAddress', {}), '')
  const save = async (address: string) => {
    const answer = await callAdmin('afterSales.saveReturnAddress', { address })
    if (!answer.ok) return failureLine(answer.error)
    loaded.replace(answer.value)
    setOpen(false)
    toast('已保存')
    return undefined
  }
  if (!loaded.value) return null
  const { address } = loaded.value
  return (
    <Card title="退货地址">
      <Text className="return-address__words">
        {address === '' ? '还没写，顾客不知道寄到哪里' : address}
      </Text>
      <Button kind="soft" size="small" onTap={() => setOpen(true)}>
        {address === '' ? '写上地址' : '修改'}
      </Button>
      {isOpen && (
        <TextSheet
          title="退货地址"
          action="保存"
          placeholder="收件人、电话、详细地址，顾客会照着寄"
          max={AFTER_SALE_WORDS_MAX}
          initial={address}
          onSend={save}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  )
}
