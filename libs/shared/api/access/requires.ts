import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtension } from '@nestjs/swagger';
import type { Permission } from '@lotse/shared/contract';

/** What a route asks for: a permission, any signed-in person, or nothing at all. */
export type Requirement = Permission | 'public' | 'signedIn';

export const REQUIRES = 'lotse:requires';
export const WHILE_VIEWING = 'lotse:whileViewing';
export const ACCEPTS_FORM = 'lotse:acceptsForm';
export const ACCEPTS_FILE = 'lotse:acceptsFile';

/** Says who may use a route. A route that says nothing is refused. Also written to the OpenAPI document as `x-permission`. */
export const Requires = (requirement: Requirement) =>
  applyDecorators(SetMetadata(REQUIRES, requirement), ApiExtension('x-permission', requirement));

/**
 * Open also to an administrator who looks at somebody's view, though the route changes something or asks for nothing but a session. Without
 * it they get what a permission to read covers, and nothing else.
 */
export const WhileViewing = () => SetMetadata(WHILE_VIEWING, true);

/** Lets a public route take a plain HTML form (`application/x-www-form-urlencoded`) besides JSON. */
export const AcceptsForm = () =>
  applyDecorators(SetMetadata(ACCEPTS_FORM, true), ApiConsumes('application/json', 'application/x-www-form-urlencoded'));

/**
 * The body is a file as it is (`application/octet-stream`), which the handler reads from the request as it arrives; no limit of
 * other bodies applies. A page of another origin cannot send this type without asking first.
 */
export const AcceptsFile = () =>
  applyDecorators(
    SetMetadata(ACCEPTS_FILE, true),
    ApiConsumes('application/octet-stream'),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
