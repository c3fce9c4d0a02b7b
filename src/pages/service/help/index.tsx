import type { HelpView } from '@core/contract/service'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Card, Row } from '@/components/card'
import { ContactEntry } from '@/components/contact-entry'
import { Failure } from '@/components/empty'
import { PageShell } from '@/components/page-shell'
import { SearchField } from '@/components/search-field'
import { RowsSkeleton } from '@/components/skeleton'
import { openCopy } from '@/copy/service'
import { useContactHours } from '@/hooks/use-contact-hours'
import { useLoad } from '@/hooks/use-load'
import { callShop } from '@/services/call'
import { go } from '@/services/route'
import { FaqList } from './faq-list'
import './index.scss'

/** 帮助与客服: frequent questions and contact. */
export default function Help() {
  const [word, setWord] = useState('')
  const help = useLoad(() => callShop('service.help', word === '' ? {} : { word }), word)
  return (
    <PageShell title="帮助与客服">
      <SearchField
        word={word}
        placeholder="搜一搜：发货、退货、运费"
        label="搜索常见问题"
        onSearch={(typed) => setWord(typed.trim())}
      />
      {help.value && <HelpBody help={help.value} word={word} />}
      {!help.value && help.status === 'loading' && <RowsSkeleton count={4} />}
      {!help.value && help.status === 'failed' && (
        <Failure error={help.error} onRetry={() => void help.reload()} />
      )}
    </PageShell>
  )
}

function HelpBody({ help, word }: { help: HelpView; word: string }) {
  const hours = useContactHours()
  return (
    <>
      <FaqList key={word} questions={help.questions} word={word} />
      <View className="help__hours">{openCopy(help)}</View>
      <ContactEntry
        hours={hours}
        title="帮助与客服"
        path="pages/service/help/index"
        onWrite={() => go.writeTicket()}
      />
      <Card>
        <Row label="我的留言" value="看回复、接着问" onTap={go.tickets} />
        <Row label="我的订单" value="查物流、申请售后" onTap={() => go.orders()} />
      </Card>
    </>
  )
}
