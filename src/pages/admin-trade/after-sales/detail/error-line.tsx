import { Text } from '@tarojs/components'

/** Why the last action was refused. */
export const ErrorLine = ({ words }: { words: string | undefined }) =>
  words !== undefined && <Text className="deciding__error">{words}</Text>
