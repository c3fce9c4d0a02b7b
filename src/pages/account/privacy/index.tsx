import { PRIVACY_VERSION } from '@core/domain/members/consent'
import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Card } from '@/components/card'
import { PageShell } from '@/components/page-shell'
import { formatDate } from '@/copy/dates'
import { failureLine } from '@/copy/failures'
import { useProgram } from '@/hooks/use-program'
import { today } from '@/services/clock'
import { toast } from '@/services/toast'
import { allowsRecording } from '@/stores/session'
import { shop, useShop } from '@/stores/shop'
import { privacyText } from './privacy-text'
import './index.scss'

/** The privacy text and the switch for recording behaviour. */
export default function Privacy() {
  useEffect(() => void shop.getState().loadMe(), [])
  const isMember = useShop((state) => state.me.value?.isMember ?? false)
  const program = useProgram()
  return (
    <PageShell title="会员与隐私说明">
      {isMember && <InsightConsent />}
      {privacyText(program).map(({ title, text }) => (
        <Card key={title} title={title}>
          <Text className="privacy__text">{text}</Text>
        </Card>
      ))}
      <View className="privacy__version">{`本说明自 ${formatDate(PRIVACY_VERSION, today())} 起`}</View>
    </PageShell>
  )
}

/** NutUI sets the role only for WeChat. */
const BROWSER_ROLE: object = { role: 'switch' }

function InsightConsent() {
  const isOn = useShop((state) => allowsRecording(state.consent))
  const [isBusy, setBusy] = useState(false)
  const change = async (isWanted: boolean) => {
    setBusy(true)
    const answer = await shop
      .getState()
      .setConsent(isWanted ? ['membership', 'insight'] : ['membership'])
    setBusy(false)
    if (!answer.ok) return toast(failureLine(answer.error))
    toast(isWanted ? '已开启' : '已关闭，立即生效')
  }
  return (
    <Card>
      <View className="privacy__choice">
        <View className="privacy__words">
          <Text>记录我的浏览和搜索</Text>
          <Text className="privacy__note">用来推荐你可能喜欢的，关掉不影响购物和积分</Text>
        </View>
        <Switch
          {...BROWSER_ROLE}
          ariaLabel="记录我的浏览和搜索"
          checked={isOn}
          disabled={isBusy}
          onChange={(isWanted) => void change(isWanted)}
        />
      </View>
    </Card>
  )
}
