import { canDecide, HANDOVER_ACTIONS, needsReason, type HandoverSide } from './decide';
import { defaultPreset, HANDOVER_KINDS, HANDOVER_STATES, PRESET_SECTIONS } from './handover';

const sides: HandoverSide[] = ['FROM', 'TO'];

describe('what can be done with a handover', () => {
  it('is exactly this', () => {
    const allowed = HANDOVER_KINDS.flatMap((kind) =>
      HANDOVER_STATES.flatMap((state) =>
        HANDOVER_ACTIONS.flatMap((action) =>
          sides.filter((side) => canDecide(state, action, side, kind)).map((side) => `${kind} ${state} ${action} ${side}`),
        ),
      ),
    );
    const open = (kind: string) => [`${kind} OFFERED accept TO`, `${kind} OFFERED decline TO`, `${kind} OFFERED withdraw FROM`];
    const running = (kind: string) => [`${kind} ACCEPTED end FROM`, `${kind} ACCEPTED end TO`];
    expect(allowed).toEqual([
      ...open('TRANSFER'),
      'TRANSFER ACCEPTED return TO',
      ...open('CONSULT'),
      ...running('CONSULT'),
      ...open('CO_WORK'),
      ...running('CO_WORK'),
    ]);
  });

  it('asks for a reason to decline and to return', () => {
    expect(HANDOVER_ACTIONS.filter(needsReason)).toEqual(['decline', 'return']);
  });

  it('never lets feedback travel, and always the key facts', () => {
    for (const sections of Object.values(PRESET_SECTIONS)) {
      expect(sections).toContain('MASTER');
      expect(sections).not.toContain('FEEDBACK');
    }
    expect(HANDOVER_KINDS.map(defaultPreset)).toEqual(['ALLES_NOETIGE', 'ECKDATEN', 'ALLES_NOETIGE']);
  });
});
