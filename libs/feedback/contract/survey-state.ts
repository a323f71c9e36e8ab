/** Why a company was not asked: no address, objected to such mails, asked within 90 days, never told that it may object. */
export const SURVEY_EXCLUSIONS = ['NO_CONTACT', 'OBJECTED', 'ASKED_RECENTLY', 'NO_NOTICE'] as const;
export type SurveyExclusion = (typeof SURVEY_EXCLUSIONS)[number];

/**
 * How far the question after a closed case has come. NONE: the case was never closed. NOT_ASKED: there is a reason. ASKED: the link
 * waits for an answer. ANSWERED. EXPIRED: the link ended without an answer.
 */
export const CASE_SURVEY_STATES = ['NONE', 'NOT_ASKED', 'ASKED', 'ANSWERED', 'EXPIRED'] as const;
export type CaseSurveyState = (typeof CASE_SURVEY_STATES)[number];

/** What a link is good for: OPEN takes an answer, ANSWERED takes one that replaces the first. */
export const SURVEY_LINK_STATES = ['OPEN', 'ANSWERED'] as const;
export type SurveyLinkState = (typeof SURVEY_LINK_STATES)[number];

/** Days after the first answer in which a second one replaces it. */
export const SURVEY_CHANGE_DAYS = 14;
/** Days a link can be answered, from when it was first written. */
export const SURVEY_OPEN_DAYS = 60;
/** Longest comment of an answer, in characters. */
export const SURVEY_COMMENT_LENGTH = 4000;
