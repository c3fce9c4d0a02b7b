/** What is used of doiuse 6, whose package does not point to its own types. */
declare module 'doiuse' {
  import type { AcceptedPlugin, Node } from 'postcss'

  type FeatureUsage = {
    feature: string
    featureData: { missing?: string; partial?: string }
    usage: Node
  }
  export default function doiuse(options: {
    browsers: readonly string[]
    onFeatureUsage(usage: FeatureUsage): void
  }): AcceptedPlugin
}
