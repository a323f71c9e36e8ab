export * from './case-survey.dto';
export * from './satisfaction.dto';
export * from './survey.dto';
