import type { Instant } from '@core/kernel/calendar'

/**
 * Unanswered, answered and visible to the asker only, visible to everyone, or hidden by the staff.
 * A waiting or private question becomes public only by the staff's approval.
 */
export const QUESTION_STATES = ['waiting', 'private', 'public', 'hidden'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** A question about a product. */
export type Question = {
  id: string
  memberId: string
  productId: string
  title: string
  /** As others read it: masked already. */
  name: string
  text: string
  /** WeChat would have a person look at the words before others do. */
  isDoubtful: boolean
  state: QuestionState
  hiddenReason: string
  answer: { text: string; at: Instant } | null
  at: Instant
}

/** What a new question is made of. */
export type NewQuestion = Omit<Question, 'state' | 'hiddenReason' | 'answer'>

/** A question as it is when asked. */
export const newQuestion = (question: NewQuestion): Question => ({
  ...question,
  state: 'waiting',
  hiddenReason: '',
  answer: null,
})

/** The question with the shop's answer, for its asker or for everybody. */
export const addAnswer = (
  question: Question,
  answer: { text: string; at: Instant; isPublic: boolean },
): Question => ({
  ...question,
  answer: { text: answer.text, at: answer.at },
  state: answer.isPublic ? 'public' : 'private',
  hiddenReason: '',
})

/** The question out of everybody's sight; its asker reads why. */
export const markHidden = (question: Question, reason: string): Question => ({
  ...question,
  state: 'hidden',
  hiddenReason: reason,
})
