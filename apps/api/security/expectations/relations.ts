import { table } from './table';

/**
 * What a group of people is to the case of a situation.
 *
 *   owner      their organisation owns it                    team / outside   it is confidential, they are in its team or not
 *   offered    it was offered to them                        asked            the same of a confidential one: for liaisons
 *   consulted  they were asked for a statement               coWork           they work along
 *   newOwner   they took it over                             newTeam          the same of a confidential one: who accepted it
 *   former     they gave it away                             formerTeam / formerOutside   the same of a confidential one
 *   history    an offer to them that came to nothing, or a share that has ended
 *   none       they have nothing to do with it
 */
export const CASE_RELATIONS = table(`
                 team        others         partner    neighbour  stranger
  own            owner       owner          none       none       none
  secret         team        outside        none       none       none
  offered        owner       owner          offered    none       none
  secretOffered  team        outside        asked      none       none
  consulted      owner       owner          consulted  none       none
  coWork         owner       owner          coWork     none       none
  taken          former      former         newOwner   none       none
  secretTaken    formerTeam  formerOutside  newTeam    none       none
  declined       owner       owner          history    none       none
  ended          owner       owner          history    none       none
  graded         owner       owner          none       none       none
`);

/** What a group of people is to the handover of a situation: sent or got it, and where it stands. */
export const HANDOVER_RELATIONS = table(`
                 team         others       partner         neighbour  stranger
  offered        sentOpen     sentOpen     gotOpen         none       none
  secretOffered  sentOpen     outside      gotOpenSecret   none       none
  consulted      sentRunning  sentRunning  gotRunning      none       none
  coWork         sentRunning  sentRunning  gotRunning      none       none
  taken          sentDone     sentDone     gotDone         none       none
  secretTaken    sentDone     outside      gotDoneSecret   none       none
  declined       sentOver     sentOver     gotOver         none       none
  ended          sentOver     sentOver     gotOver         none       none
`);

/** What a group of people is to the enquiry for sites of a situation: leads it, was asked, or neither. */
export const DISTRIBUTION_RELATIONS = table(`
                 team  others   partner  neighbour  stranger
  own            lead  lead     invited  none       none
  secret         lead  outside  invited  none       none
`);

/** What a group of people is to the company of a situation, a firm of a natural person or a confidential one. */
export const COMPANY_RELATIONS = table(`
                 team     others   partner  neighbour  stranger
  own            keeper   keeper   none     none       none
  secret         caseTeam outside  none     none       none
  offered        keeper   keeper   reader   none       none
  secretOffered  caseTeam outside  asked    none       none
  consulted      keeper   keeper   adviser  none       none
  coWork         keeper   keeper   reader   none       none
  taken          keeper   keeper   owner    none       none
  secretTaken    keeperOf outside  newTeam  none       none
  declined       keeper   keeper   none     none       none
  ended          keeper   keeper   none     none       none
  graded         keeper   keeper   none     none       none
`);
