import { pageInput } from '@core/contract/primitives'
import {
  answerInput,
  askInput,
  hideQuestionInput,
  type QuestionsAdminContract,
  type QuestionsContract,
  questionListInput,
  staffQuestionsInput,
} from '@core/contract/questions'
import { QUESTIONS_COLLECTIONS } from '@core/data/questions/collections'
import { QUESTIONS_SETTINGS } from '@core/domain/questions/settings'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { askQuestion } from './ask-question'
import { listOwnQuestions, listQuestions } from './show-questions'
import { answerQuestion, hideQuestion, listStaffQuestions } from './staff-questions'

export const questionsArea: Area = {
  name: 'questions',
  settings: QUESTIONS_SETTINGS,
  shop: shopOperations<QuestionsContract>({
    'questions.ask': { input: askInput, run: askQuestion },
    'questions.list': { input: questionListInput, run: listQuestions },
    'questions.mine': { input: pageInput, run: listOwnQuestions },
  }),
  admin: staffOperations<QuestionsAdminContract>({
    'questions.list': { input: staffQuestionsInput, run: listStaffQuestions, roles: ['service'] },
    'questions.answer': { input: answerInput, run: answerQuestion, roles: ['service'] },
    'questions.hide': { input: hideQuestionInput, run: hideQuestion, roles: ['service'] },
  }),
  collections: QUESTIONS_COLLECTIONS,
  waiting: {
    questions: {
      operation: 'questions.list',
      collection: 'questions',
      where: () => ({ state: 'waiting' }),
    },
  },
}
