/**
 * What WeChat's check of words that may be kept came to: `review` means that a person should look,
 * `unchecked` that the check could not be had, which is no reason to show them unseen.
 */
export type TextVerdict = 'pass' | 'review' | 'unchecked'
