import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Row } from '@/components/card'
import { Sheet } from '@/components/sheet'

type Assurance = { name: string; words: string }

/** What the shop stands for with every order; only what its rules say. */
const assurances = (afterSaleDays: number): Assurance[] => [
  ...(afterSaleDays > 0
    ? [
        {
          name: `${afterSaleDays} 天售后`,
          words: `签收后 ${afterSaleDays} 天内可以申请退款、退货或换货`,
        },
      ]
    : []),
  { name: '未发可退', words: '还没发出的，随时可以申请退款' },
  { name: '原路退回', words: '退款退到付款时用的微信零钱或银行卡，券和积分一起退还' },
]

/** 服务保障, in one row; a tap says what each means. */
export function AssuranceRow({ afterSaleDays }: { afterSaleDays: number }) {
  const [isOpen, setOpen] = useState(false)
  const all = assurances(afterSaleDays)
  return (
    <>
      <Row
        label="保障"
        value={all.map(({ name }) => name).join(' · ')}
        onTap={() => setOpen(true)}
      />
      <Sheet isOpen={isOpen} title="服务保障" onClose={() => setOpen(false)}>
        {all.map(({ name, words }) => (
          <View key={name} className="assurance">
            <Text className="assurance__name">{name}</Text>
            <Text className="assurance__words">{words}</Text>
          </View>
        ))}
      </Sheet>
    </>
  )
}
