import { merge } from '../merge';
import absences from './absences.json';
import app from './app.json';
import audit from './audit.json';
import cases from './cases.json';
import companies from './companies.json';
import distributions from './distributions.json';
import feedback from './feedback.json';
import handovers from './handovers.json';
import identity from './identity.json';
import intake from './intake.json';
import mail from './mail.json';
import notifications from './notifications.json';
import permit from './permit.json';
import relocations from './relocations.json';
import reporting from './reporting.json';

export default merge(
  app,
  identity,
  absences,
  audit,
  companies,
  cases,
  handovers,
  intake,
  distributions,
  feedback,
  relocations,
  reporting,
  mail,
  notifications,
  permit,
);
