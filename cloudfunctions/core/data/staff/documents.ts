import type { StaffRole } from '@core/domain/staff/roles'

declare module '@core/data/documents' {
  interface Documents {
    staff: { _id: string; memberId: string; role: StaffRole; at: number }
  }
}
