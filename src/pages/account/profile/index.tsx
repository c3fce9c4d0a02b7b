import type { MeView } from '@core/contract/account'
import { BIRTHDAYS_FROM, isBirthday } from '@core/domain/members/member'
import { NAME_MAX } from '@core/kernel/limits'
import { nameFault, tidyLine } from '@core/kernel/readable-text'
import { Picker, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Failure } from '@/components/empty'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { PageShell } from '@/components/page-shell'
import { RowsSkeleton } from '@/components/skeleton'
import { failureLine } from '@/copy/failures'
import { useLeaveQuestion } from '@/hooks/use-leave-question'
import { today } from '@/services/clock'
import { go } from '@/services/route'
import { toast } from '@/services/toast'
import { shop, useShop } from '@/stores/shop'
import { AvatarField } from './avatar-field'
import './index.scss'

/** The profile form of a member. */
export default function Profile() {
  const me = useShop((state) => state.me)
  const load = () => void shop.getState().loadMe()
  useEffect(load, [])
  if (me.value) return <ProfileForm me={me.value} />
  return (
    <PageShell title="个人资料">
      {me.status === 'failed' ? (
        <Failure error={me.error} onRetry={load} />
      ) : (
        <RowsSkeleton count={3} />
      )}
    </PageShell>
  )
}

const WRONG_BIRTHDAY = '生日在 1900 年以后、今天以前'

function ProfileForm({ me }: { me: MeView }) {
  const [nickname, setNickname] = useState(me.nickname)
  const [birthday, setBirthday] = useState(me.birthday)
  const [nicknameError, setNicknameError] = useState<string | undefined>()
  const [birthdayError, setBirthdayError] = useState<string | undefined>()
  const [isBusy, setBusy] = useState(false)
  const question = useLeaveQuestion(nickname !== me.nickname || birthday !== me.birthday)

  const save = async () => {
    const name = tidyLine(nickname)
    if (name === '') return setNicknameError('写一个称呼')
    if (nameFault(name) !== null) return setNicknameError('称呼里要有看得见的文字，不能有特殊符号')
    if (birthday !== null && !isBirthday(birthday, today())) return setBirthdayError(WRONG_BIRTHDAY)
    setBusy(true)
    setNicknameError(undefined)
    setBirthdayError(undefined)
    const answer = await shop.getState().update({
      nickname: name,
      ...(birthday !== null && { birthday }),
    })
    setBusy(false)
    if (answer.ok) {
      toast('已保存')
      question.stop()
      return go.back()
    }
    if (answer.error.code === 'TEXT_REFUSED') setNicknameError('这个称呼不能用，换一个吧')
    else if (answer.error.code === 'BIRTHDAY_REFUSED') setBirthdayError(WRONG_BIRTHDAY)
    else if (answer.error.code === 'NOT_A_MEMBER') toast('先加入会员，再填资料')
    else toast(failureLine(answer.error))
  }

  return (
    <PageShell
      title="个人资料"
      foot={
        <Button wide busy={isBusy} onTap={() => void save()}>
          保存
        </Button>
      }
    >
      <View className="card">
        <AvatarField member={me} />
        <Field
          name="称呼"
          value={nickname}
          max={NAME_MAX}
          placeholder="怎么称呼你"
          isNickname
          error={nicknameError}
          onChange={setNickname}
        />
        <BirthdayField birthday={birthday} error={birthdayError} onChange={setBirthday} />
        {me.cardNumber !== null && (
          <View className="field">
            <Text className="field__name">会员号</Text>
            <Text className="field__input">{me.cardNumber}</Text>
          </View>
        )}
      </View>
      <View className="profile__note">这些只有你和店里能看见，随时可以改</View>
    </PageShell>
  )
}

type BirthdayProps = {
  birthday: string | null
  error: string | undefined
  onChange(birthday: string): void
}

const BirthdayField = ({ birthday, error, onChange }: BirthdayProps) => (
  <Picker
    mode="date"
    value={birthday ?? '1990-01-01'}
    start={BIRTHDAYS_FROM}
    end={today()}
    onChange={(event) => onChange(event.detail.value)}
  >
    <View className="field field--picked">
      <Text className="field__name">生日</Text>
      <Text className={birthday ? 'field__input' : 'field__input placeholder'}>
        {birthday ?? '选填，用来送生日礼'}
      </Text>
      <Icon name="next" />
      {error !== undefined && <Text className="field__error">{error}</Text>}
    </View>
  </Picker>
)
