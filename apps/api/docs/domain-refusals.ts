type Rules = Partial<Record<400 | 401 | 403 | 404 | 409 | 410 | 422 | 429, string>>;

const THROTTLED = '`session.tooManyFailures`: too many wrong passwords. `session.busy`: too many passwords are being checked.';
const NOT_CHANGEABLE = '`company.notChangeable`: the company may be read, but another organisation keeps it.';
const KEPT_FOR_FEW = '`section.notYours`: a part of the case is kept for the officer in charge and the team, and who asks is none of them.';
const DEPUTY = '`team.deputy`: a deputy does not decide who reads this.';
const ONLY_RECEIVER = '`handover.notReceiver`: only the organisation it is offered to.';
const ONLY_OPEN = '`handover.decided`: somebody was faster, `details` says who. `handover.expired`: the time to decide is over.';
const USED_UP = '`survey.usedUp`: answered, and the 14 days to change the answer are over.';
const EXPIRED = '`survey.expired`: the time to answer is over.';
const LAST_ADMINISTRATOR = '`person.lastAdministrator`: the organisation would have no administrator left.';
const ROUTING_KEEPER = '`routing.notKeeper`: the administration of the region’s intake organisation keeps the rules.';
const CALENDAR_KEEPER =
  '`calendar.notKeeper`: each organisation keeps its days; those of the region and targets the administration of its intake organisation.';
const ENDED = '`distribution.ended`: it was decided or taken back, `details` says when and by whom.';
const ONLY_LEAD = '`distribution.notLead`: only the organisation that asks.';
const ONLY_MOVES = '`relocation.otherType`: the case is no relocation.';
const NOT_RELEASED =
  '`relocation.notReleased`: the company has not agreed that a place of origin or destination learns of its move, and it is not public.';
const REASON = '`handover.reasonMissing`: a reason needs its code and words.';
const WORKING_DAY = '`followUp.notWorkingDay`: nobody works on that day; `details.nextWorkingDay` is the next one that fits.';
const NOT_YOUR_DOCUMENT = '`document.notYours`: another organisation holds the document.';
const FILE_RULES =
  '`file.quotaExceeded`: the organisation has no room left for files; `details` says `used`, `limit` and `size` in bytes. `file.empty`: there is nothing in it. `file.kindNotAllowed`: the content is of no kind that is taken, whatever the name says.';
const CONTACT_WITHDRAWN = '`handover.contactWithdrawn`: the contact person took the consent back.';
const OFFER_RULES =
  '`handover.caseClosed`: closed cases are not handed over. `handover.toSelf`: the case is already theirs. `handover.dueInPast`: the time to decide would be over. `relocation.notReleased`: a place of origin or destination may not learn of the move yet. `relocation.placesMissing`: origin or destination of the move is not entered.';

/** Refusals the rules of the domains add to an operation. What follows from the kind of a route is said in `refusals.ts`. */
export const RULES_OF: Record<string, Rules> = {
  'Session.open': { 401: '`session.refused`: address and password do not belong together, or the account is closed.', 429: THROTTLED },
  'Session.changePassword': { 429: THROTTLED },
  'Viewing.start': {
    404: '`person.notFound`: nobody of the organisation.',
    422: '`viewAs.notPossible`: oneself, the data protection officer, or somebody whose account is closed.',
  },
  'PublicIdentity.accept': { 429: THROTTLED },
  'PublicIdentity.demoAccounts': { 404: 'The program does not run as a demonstration.' },
  'People.invite': { 409: '`person.alreadyMember`: the person already belongs to the organisation.' },
  'People.changeRoles': { 422: LAST_ADMINISTRATOR },
  'People.setActive': { 422: LAST_ADMINISTRATOR },
  'Absences.enter': {
    400: '`beforeStart`: the end lies before the start.',
    403: '`absence.deputyIsSelf`: who enters it for somebody else cannot be the deputy.',
    409: '`absence.overlaps`: an absence is already entered for some of these days.',
  },
  'OrganisationSettings.change': {
    403: '`region.notKeeper`: the administration of the region’s intake organisation decides for the region.',
  },
  'Drafts.keep': { 422: '`draft.tooMany`: too many drafts; some have to be sent or thrown away first.' },
  'Companies.update': { 403: NOT_CHANGEABLE },
  'Companies.addEstablishment': { 403: NOT_CHANGEABLE },
  'Companies.release': { 403: DEPUTY },
  'Companies.setTeam': {
    403: DEPUTY,
    409: '`company.notConfidential`: everybody in the region may read the company.',
    422: '`company.teamWithoutYou`: who says who reads it stays in the team.',
  },
  'CompanyParts.updateEstablishment': { 403: NOT_CHANGEABLE, 422: '`establishment.seatNeeded`: a company keeps one main establishment.' },
  'CompanyParts.updateContact': { 403: '`contact.notYours`: another organisation entered the person.' },
  'Cases.create': {
    409: '`case.fileNumbersExhausted`: no file number is left this year.',
    422: '`case.companyConfidential`: cases of a confidential company are confidential.',
  },
  'Cases.countConfidential': { 400: '`beforeStart`: `to` lies before `from`.' },
  'CaseActions.move': {
    409: '`case.transferOpen`: a transfer is offered; it has to be decided or withdrawn before the case is closed. `case.distributionRunning`: the same of an enquiry for sites.',
    422: '`case.cannotMove`: no way leads from this status to that one; `details` names both.',
  },
  'FollowUps.create': { 422: WORKING_DAY },
  'FollowUps.change': { 422: WORKING_DAY },
  'FollowUps.finish': { 422: WORKING_DAY },
  'Checklists.add': {
    404: '`checklist.templateNotFound`: no such template for this organisation.',
    422: '`checklist.tooLong`: a list has at most 200 items.',
  },
  'Checklists.remove': {
    403: '`checklist.notYours`: another organisation entered it.',
    409: '`checklist.handed`: another organisation is to answer it.',
  },
  'ChecklistHanding.hand': {
    409: '`checklist.done`: it is ticked. `checklist.handed`: it waits for an answer. `handover.alreadyShared`: the organisation is already asked about this case.',
    422: OFFER_RULES,
  },
  'Undo.undo': { 409: '`undo.done`: it was already taken back.', 410: '`undo.expired`: the ten seconds are over.' },
  'Undo.deleteCase': {
    409: '`case.wasShared`: others took part or were asked. `case.wasClosed`: it was closed before; such a case stays.',
  },
  'Relocation.release': {
    400: '`relocation.inFuture`: the day is still to come.',
    409: '`relocation.released`: a release is recorded already, `details` says when and by whom.',
    422: ONLY_MOVES,
  },
  'Relocation.withdraw': {
    409: '`relocation.told`: somebody was told because of it. `relocation.nothingToWithdraw`: there is no release.',
    422: ONLY_MOVES,
  },
  'Relocation.tell': {
    409: '`relocation.toldBefore`: everybody concerned was told before.',
    422: `${NOT_RELEASED} \`relocation.nobodyToTell\`: no organisation of the service is origin or destination. ${ONLY_MOVES}`,
  },
  'CaseActions.setTeam': { 403: `${DEPUTY} ${KEPT_FOR_FEW}` },
  'CaseActions.assign': { 403: `${KEPT_FOR_FEW} A lead puts somebody else in charge.` },
  'Cases.change': { 403: KEPT_FOR_FEW },
  'CaseActions.setConfidential': {
    403: DEPUTY,
    409: '`case.sharedWithOthers`: a handover is open or running.',
    422: '`case.companyConfidential`: cases of a confidential company are confidential.',
  },
  'Enquiries.submit': {
    400: '`region.unknown`: no region has this short name. `equals` at `/consent`: nothing is taken without consent.',
    429: '`enquiry.tooMany`: too many from this network, for this mailbox or for the organisation it would go to within an hour.',
  },
  'Routing.create': { 400: '`municipality.unknown`: no municipality of the region.', 403: ROUTING_KEEPER },
  'Routing.change': { 400: '`municipality.unknown`: no municipality of the region.', 403: ROUTING_KEEPER },
  'Procedures.create': {
    404: '`case.notFound`, `organisation.notFound`, or `permit.dependencyUnknown`: a procedure it should depend on is none of this case.',
    422: '`permit.tooMany`: a case holds 50 procedures.',
  },
  'Procedures.change': {
    404: '`permit.notFound`, `organisation.notFound`, or `permit.dependencyUnknown`: a procedure it should depend on is none of this case.',
    422: '`permit.dependencyCircle`: they would wait for each other.',
  },
  'Procedures.addEvent': {
    400: '`required`, `contradiction`: fields that belong to the kind, or do not. `outOfRange`, `beforeStart`, `afterEnd`: days that make no sense together.',
    404: '`permit.notFound`, or `permit.eventNotFound`: the event to be corrected is none of this procedure.',
    409: '`permit.eventReplaced`: the event was corrected before; its correction is to be corrected.',
    422: '`permit.inFuture`: more than 31 days ahead. `permit.tooMany`: a procedure holds 500 events.',
  },
  'Calendars.add': { 403: CALENDAR_KEEPER, 422: '`calendar.tooMany`: some have to be taken out first.' },
  'Calendars.change': { 403: CALENDAR_KEEPER },
  'Calendars.remove': { 403: CALENDAR_KEEPER },
  'Calendars.preview': { 403: CALENDAR_KEEPER },
  'Calendars.activate': { 403: CALENDAR_KEEPER, 422: '`calendar.tooMany`: there are 200 versions.' },
  'Calendars.previewPolicy': { 403: CALENDAR_KEEPER },
  'Documents.add': { 422: FILE_RULES },
  'Documents.addVersion': { 422: FILE_RULES },
  'Documents.content': { 422: '`document.noPreview`: shown in the page are PDF, PNG and JPEG only.' },
  'Documents.change': { 403: NOT_YOUR_DOCUMENT },
  'Documents.bin': { 403: NOT_YOUR_DOCUMENT },
  'Documents.restore': { 403: NOT_YOUR_DOCUMENT },
  'CaseHandovers.offer': {
    403: KEPT_FOR_FEW,
    409: '`handover.transferOpen`: a transfer is already offered. `handover.alreadyShared`: the organisation already takes part in this way.',
    422: `${OFFER_RULES} \`handover.coWorkNeedsNotes\`: who works along has to see contacts and follow-ups. ${CONTACT_WITHDRAWN} \`agreement.withdrawn\`, \`agreement.doesNotCover\`: it cannot rest on this agreement. \`agreement.whoAgreed\`: nobody is named who agreed.`,
  },
  'CaseActions.setSectionLevel': {
    403: KEPT_FOR_FEW,
    422: '`section.confidential`, `section.naturalPerson`: nothing of it is opened to the region. `section.contacts`: contact persons never are. `section.consentMissing`: the region wants the agreement of the company. `relocation.notReleased`: the move is not public. `section.masterFirst`: MASTER is opened first. `section.masterStays`: who was given the case reads what it is about.',
  },
  'Agreements.record': { 422: '`agreement.inFuture`: the day lies in the future.' },
  'Agreements.withdraw': {
    409: '`agreement.withdrawn`: it was withdrawn before, `details` says when and by whom.',
    422: '`agreement.inFuture`: the day lies in the future. `agreement.beforeGiven`: the day lies before it was given.',
  },
  'Handovers.accept': { 403: ONLY_RECEIVER, 409: ONLY_OPEN },
  'Handovers.decline': { 400: REASON, 403: ONLY_RECEIVER, 409: ONLY_OPEN },
  'Handovers.withdraw': { 403: '`handover.notSender`: only the organisation that offered it.', 409: ONLY_OPEN },
  'Handovers.giveBack': {
    400: REASON,
    403: ONLY_RECEIVER,
    409: '`handover.decided`: it was never accepted, or is already returned. `handover.transferOpen`: a transfer is already offered.',
    422: `${OFFER_RULES} \`handover.notLatestTransfer\`: the case has moved on since.`,
  },
  'Handovers.end': {
    409: '`handover.notRunning`: it was never accepted, or has ended.',
    422: '`handover.transferCannotEnd`: a transfer does not end, it is given back.',
  },
  'TeamInbox.claim': { 403: ONLY_RECEIVER, 409: ONLY_OPEN },
  'TeamInbox.release': { 403: ONLY_RECEIVER, 409: ONLY_OPEN },
  'Handovers.ask': { 409: ONLY_OPEN },
  'CaseDistributions.send': {
    400: '`distribution.nobodyAsked`: nobody is asked. `belowMinimum`: the most area is less than the least.',
    409: '`distribution.running`: an enquiry of the case is running already.',
    422: '`distribution.notSettlement`: only settlements. `distribution.caseClosed`: the case is closed. `distribution.toSelf`: only a municipality may ask itself too. `distribution.dueInPast`: the time to answer would be over. `distribution.namesCompany`: the words name a confidential company. `distribution.namesCase`: the words contain the file number.',
  },
  'Distributions.answer': {
    403: '`distribution.notAsked`: only organisations that were asked.',
    409: `${ENDED} \`distribution.over\`: the time to answer is over.`,
  },
  'Distributions.decide': {
    403: ONLY_LEAD,
    409: `${ENDED} \`distribution.sealed\`: the answers are still sealed. \`distribution.notDue\`: not due, and somebody has not answered.`,
    422: '`distribution.notOffered`: the organisation chosen has not offered a site.',
  },
  'Distributions.pdf': { 403: ONLY_LEAD, 409: '`distribution.sealed`: the answers are still sealed.' },
  'Exposes.put': {
    403: '`distribution.notAsked`: only organisations that were asked.',
    409: `${ENDED} \`distribution.over\`: the time to answer is over.`,
    422: '`distribution.noOffer`: only with an offer. `file.empty`, `file.kindNotAllowed`: neither PDF nor JPEG nor PNG by its content.',
  },
  'Distributions.withdraw': { 403: ONLY_LEAD, 409: ENDED },
  'Satisfaction.read': {
    400: '`beforeStart`: `to` lies before `from`.',
    404: '`organisation.notFound`: no organisation of the own region.',
  },
  'Surveys.read': { 409: USED_UP, 410: EXPIRED },
  'Surveys.answer': { 409: USED_UP, 410: EXPIRED },
};
