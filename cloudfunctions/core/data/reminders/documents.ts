import type { Stored } from '@core/data/documents'
import type { Reminder } from '@core/domain/reminders/reminder'

declare module '@core/data/documents' {
  interface Documents {
    reminders: Stored<Reminder>
  }
}
