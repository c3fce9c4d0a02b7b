import type { StaffTicketView } from '@core/contract/service'
import type { TicketAbout } from '@core/domain/service/ticket'
import { assertNever } from '@core/kernel/result'
import { Card, Row } from '@/components/card'
import { formatMoment } from '@/copy/dates'
import { durationCopy, TICKET_KIND_COPY, TICKET_SUBJECT_COPY } from '@/copy/service'
import { today } from '@/services/clock'
import { go } from '@/services/route'

/** Customer, subject and response time of a ticket. */
export function TicketFactsCard({ ticket }: { ticket: StaffTicketView }) {
  const { about, kind, channel, memberId, memberName } = ticket
  return (
    <Card>
      <Row label="顾客" value={memberName} onTap={() => go.staffMember(memberId)} />
      {about && (
        <Row
          label={TICKET_SUBJECT_COPY[about.kind]}
          value={about.title}
          onTap={() => openAbout(about)}
        />
      )}
      <Row
        label={`${TICKET_KIND_COPY[kind]}${channel === 'wechat' ? ' · 来自微信' : ''}`}
        value={clockCopy(ticket)}
      />
    </Card>
  )
}

function openAbout({ kind, id }: TicketAbout): void {
  switch (kind) {
    case 'product':
      return go.product(id)
    case 'order':
      return go.staffOrder(id)
    case 'afterSale':
      return go.staffAfterSale(id)
    default:
      assertNever(kind)
  }
}

function clockCopy({ dueAt, isLate, firstResponseMs }: StaffTicketView): string {
  if (dueAt !== null) {
    return isLate
      ? `${formatMoment(dueAt, today())} 已到期`
      : `${formatMoment(dueAt, today())} 前回复`
  }
  const first =
    firstResponseMs === null ? '没有回复过' : `首次回复用了 ${durationCopy(firstResponseMs)}`
  return isLate ? `${first}，超时` : first
}
