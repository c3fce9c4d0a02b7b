import type { Stored } from '@core/data/documents'
import type { Question } from '@core/domain/questions/question'

declare module '@core/data/documents' {
  interface Documents {
    questions: Stored<Question>
  }
}
