const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/**
 * The beginning of a text that is at most `bytes` long in UTF-8, cut between characters as a reader
 * sees them: no emoji made of several parts, flag or accented letter is cut through. A single
 * character that is longer than that is left out. For the cloud: a phone may have no segmenter.
 */
export function cutText(text: string, bytes: number): string {
  let length = 0
  let end = 0
  for (const { segment, index } of graphemes.segment(text)) {
    length += Buffer.byteLength(segment)
    if (length > bytes) break
    end = index + segment.length
  }
  return text.slice(0, end)
}
