import { noInput } from '@core/contract/primitives'
import {
  faqInput,
  helpInput,
  openTicketInput,
  readTicketInput,
  type ServiceAdminContract,
  type ServiceContract,
  saveFaqInput,
  ticketInput,
  ticketListInput,
  ticketPageInput,
  writeTicketInput,
} from '@core/contract/service'
import { command } from '@core/data/database'
import { SERVICE_COLLECTIONS } from '@core/data/service/collections'
import { SERVICE_SETTINGS } from '@core/domain/service/settings'
import { endOf } from '@core/kernel/calendar'
import { type Area, shopOperations, staffOperations } from '@core/operations/area'
import { deliverReply } from './deliver-reply'
import { listFaq, removeFaq, saveFaq } from './edit-faq'
import { closeOwnTicket, openTicketOf, writeTicket } from './open-ticket'
import { listTickets, readTicket, showHelp, showTicket } from './show-tickets'
import {
  closeTicket,
  listStaffTickets,
  replyTicket,
  reportTickets,
  showStaffTicket,
} from './staff-tickets'

export const serviceArea: Area = {
  name: 'service',
  settings: SERVICE_SETTINGS,
  shop: shopOperations<ServiceContract>({
    'service.help': { input: helpInput, run: showHelp },
    'tickets.open': { input: openTicketInput, run: openTicketOf },
    'tickets.write': { input: writeTicketInput, run: writeTicket },
    'tickets.close': { input: ticketInput, run: closeOwnTicket },
    'tickets.list': { input: ticketPageInput, run: listTickets },
    'tickets.show': { input: ticketInput, run: showTicket },
    'tickets.read': { input: readTicketInput, run: readTicket },
  }),
  admin: staffOperations<ServiceAdminContract>({
    'tickets.list': { input: ticketListInput, run: listStaffTickets, roles: ['service'] },
    'tickets.show': { input: ticketInput, run: showStaffTicket, roles: ['service'] },
    'tickets.reply': { input: writeTicketInput, run: replyTicket, roles: ['service'] },
    'tickets.close': { input: ticketInput, run: closeTicket, roles: ['service'] },
    'tickets.report': { input: noInput, run: reportTickets, roles: ['service'] },
    'faq.list': { input: noInput, run: listFaq, roles: ['service'] },
    'faq.save': { input: saveFaqInput, run: saveFaq, roles: ['service'] },
    'faq.remove': { input: faqInput, run: removeFaq, roles: ['service'] },
  }),
  collections: SERVICE_COLLECTIONS,
  outbox: {
    serviceText: deliverReply,
  },
  waiting: {
    tickets: {
      operation: 'tickets.list',
      collection: 'tickets',
      where: () => ({ state: 'open' }),
      due: ({ today }) => ({ state: 'open', dueAt: command.lt(endOf(today)) }),
    },
  },
}
