import type { Stored } from '@core/data/documents'
import type { SetAside } from '@core/domain/set-aside/set-aside'

declare module '@core/data/documents' {
  interface Documents {
    setAside: Stored<SetAside>
  }
}
