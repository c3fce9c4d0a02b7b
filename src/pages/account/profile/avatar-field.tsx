import type { MeView } from '@core/contract/account'
import { Button, Text, View } from '@tarojs/components'
import { Avatar } from '@/components/avatar'
import { failureLine } from '@/copy/failures'
import { CAN_CHOOSE_AVATAR, uploadAvatar } from '@/services/avatar'
import { sayRefusal } from '@/services/refusal'
import { toast } from '@/services/toast'
import { shop } from '@/stores/shop'

type Props = { member: Pick<MeView, 'avatarUrl' | 'nickname'> }

/** WeChat's answer; without an address it was refused. */
type ChosenAvatar = { avatarUrl?: string; errMsg?: string; errno?: number }

const saveAvatar = async (file: string) => {
  const avatarUrl = await uploadAvatar(file)
  if (avatarUrl === null) return toast('头像没有传上去，再试一次')
  const answer = await shop.getState().update({ avatarUrl })
  if (!answer.ok) toast(failureLine(answer.error))
}

/** The avatar; in WeChat a button changes it. */
export function AvatarField({ member }: Props) {
  return (
    <View className="field">
      <Text className="field__name">头像</Text>
      <Avatar url={member.avatarUrl} name={member.nickname} size="row" />
      {CAN_CHOOSE_AVATAR && (
        <Button
          className="avatar-field__change"
          openType="chooseAvatar"
          onChooseAvatar={({ detail }: { detail: ChosenAvatar }) =>
            detail.avatarUrl
              ? void saveAvatar(detail.avatarUrl)
              : sayRefusal('chooseAvatar', detail)
          }
        >
          更换
        </Button>
      )}
    </View>
  )
}
