import { View } from '@tarojs/components'
import { SkeletonBlock } from '@/components/skeleton'
import './profile-card.scss'

/** Placeholder for a customer's page. */
export const MemberSkeleton = () => (
  <>
    <View className="profile-card" aria-busy>
      <View className="profile-card__who">
        <View className="avatar avatar--card" />
        <View className="bones__lines">
          <SkeletonBlock shape="title" />
          <SkeletonBlock shape="line" />
        </View>
      </View>
      <View className="profile-card__figures">
        {['net', 'orders', 'gap', 'points'].map((figure) => (
          <View key={figure} className="profile-card__figure">
            <SkeletonBlock shape="title" />
          </View>
        ))}
      </View>
    </View>
    <View className="bones">
      <SkeletonBlock shape="title" />
      <SkeletonBlock shape="line" />
      <SkeletonBlock shape="line" />
      <SkeletonBlock shape="line" />
    </View>
    <View className="bones">
      <SkeletonBlock shape="title" />
      <SkeletonBlock shape="line" />
    </View>
  </>
)
