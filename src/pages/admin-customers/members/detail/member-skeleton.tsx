import { View } from '@tarojs/components'
import { Bone } from '@/components/skeleton'
import './profile-card.scss'

/** The shape of a customer's page while it is on its way. */
export const MemberSkeleton = () => (
  <>
    <View className="profile-card" aria-busy>
      <View className="profile-card__who">
        <View className="avatar avatar--card" />
        <View className="bones__lines">
          <Bone shape="title" />
          <Bone shape="line" />
        </View>
      </View>
      <View className="profile-card__figures">
        {['net', 'orders', 'gap', 'points'].map((figure) => (
          <View key={figure} className="profile-card__figure">
            <Bone shape="title" />
          </View>
        ))}
      </View>
    </View>
    <View className="bones">
      <Bone shape="title" />
      <Bone shape="line" />
      <Bone shape="line" />
      <Bone shape="line" />
    </View>
    <View className="bones">
      <Bone shape="title" />
      <Bone shape="line" />
    </View>
  </>
)
