import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  CASE_TYPES,
  type CaseType,
  type CreateRoutingRuleDto,
  ORGANISATION_KINDS,
  type OrganisationKind,
  ROUTING_RECEIVERS,
  type RoutingReceiver,
  type RoutingRuleDto,
} from '@lotse/cases/contract';
import type { OrganisationPageDto } from '@lotse/identity/contract';
import { CurrentSession, EntryForm, Field, Input, submitTo } from '@lotse/shared/ui';
import { RegionClient } from '../region-client';
import { RoutingClient } from './routing-client';

/** A new rule, or one that is changed. */
@Component({
  selector: 'lotse-rule-form',
  imports: [EntryForm, Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule-form.html',
})
export class RuleForm {
  private readonly client = inject(RoutingClient);
  private readonly session = inject(CurrentSession);
  protected readonly region = inject(RegionClient);
  readonly rule = input<RoutingRuleDto>();
  readonly saved = output();
  readonly left = output();

  protected readonly types = CASE_TYPES;
  protected readonly kinds = ORGANISATION_KINDS;
  protected readonly receivers = ROUTING_RECEIVERS;
  private readonly all = httpResource<OrganisationPageDto>(() => '/api/v1/organisations');
  /** Partners of the own region. */
  protected readonly partners = computed(() => {
    const items = this.all.hasValue() ? this.all.value().items : [];
    const own = items.find(({ id }) => id === this.session.organisation()?.id);
    return items.filter(({ regionId }) => regionId === own?.regionId);
  });

  protected readonly error = signal<unknown>(undefined);
  private readonly values = linkedSignal(() => {
    const rule = this.rule();
    return {
      name: rule?.name ?? '',
      why: rule?.why ?? '',
      caseType: rule?.caseType ?? '',
      ags: rule?.ags ?? '',
      topic: rule?.topic ?? '',
      organisationKind: rule?.organisationKind ?? '',
      receiver: rule?.receiver ?? 'MUNICIPALITY_OF_PLACE',
      receiverOrganisationId: rule?.receiverOrganisationId ?? '',
    } as Record<'name' | 'why' | 'caseType' | 'ags' | 'topic' | 'organisationKind' | 'receiver' | 'receiverOrganisationId', string>;
  });
  protected readonly form = form(this.values, (path) => {
    required(path.name);
    minLength(path.name, 2);
    maxLength(path.name, 120);
    maxLength(path.why, 500);
    minLength(path.topic, 2);
    maxLength(path.topic, 60);
    required(path.receiverOrganisationId, { when: ({ valueOf }) => valueOf(path.receiver) === 'ORGANISATION' });
  });

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const rule = this.rule();
    const sent = await submitTo(this.form, () => (rule ? this.client.change(rule, this.input()) : this.client.create(this.input())));
    if (sent.done) this.saved.emit();
    else this.error.set(sent.error);
  }

  private input(): CreateRoutingRuleDto {
    const { name, why, caseType, ags, topic, organisationKind, receiver, receiverOrganisationId } = this.values();
    return {
      name: name.trim(),
      why: why.trim(),
      caseType: (caseType as CaseType) || null,
      ags: ags || null,
      topic: topic.trim() || null,
      organisationKind: (organisationKind as OrganisationKind) || null,
      receiver: receiver as RoutingReceiver,
      receiverOrganisationId: receiver === 'ORGANISATION' ? receiverOrganisationId : null,
    };
  }
}
