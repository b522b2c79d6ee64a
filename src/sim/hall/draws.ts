import type { Sampler } from '../kernel/distributions';
import { KeyedDraws, KeyedUniforms } from '../kernel/keyed-draws';
import type { Streams } from '../kernel/streams';
import { gapsOf } from './arrivals';
import type { HallModel } from './model';
import type { ClassModel } from './model-class';

/**
 * What is drawn for the visitors of one class: each purpose has a stream of its own, keyed by the
 * class's id and not its position, and each visitor one draw of it. What a scenario has no use
 * for (`null`) is not drawn.
 */
export class ClassDraws {
  readonly gap: KeyedDraws | null;
  readonly service: KeyedDraws;
  readonly patience: KeyedDraws | null;
  readonly outcome: KeyedUniforms;
  readonly issue: KeyedDraws | null;
  readonly caseIssue: KeyedDraws | null;
  readonly handIn: KeyedDraws | null;
  readonly clarify: KeyedDraws | null;
  readonly rating: KeyedUniforms;
  readonly ratingTime: KeyedDraws | null;
  readonly lowered: KeyedUniforms;
  readonly seat: KeyedUniforms;
  readonly mobility: KeyedUniforms;
  /** By mobility group. */
  readonly speed: readonly KeyedDraws[];
  readonly guide: KeyedUniforms;
  readonly detect: KeyedUniforms;
  readonly kiosk: KeyedUniforms;
  /** By station: guide desks, machines and kiosks. */
  readonly station: readonly KeyedDraws[];
  readonly online: KeyedUniforms;
  readonly companions: KeyedUniforms;
  readonly green: KeyedUniforms;
  readonly balk: KeyedUniforms;
  readonly wrong: KeyedUniforms;
  readonly wrongClass: KeyedUniforms;
  readonly line: KeyedUniforms;
  readonly noShow: KeyedUniforms;
  readonly incomplete: KeyedUniforms;
  readonly decision: KeyedUniforms;
  readonly brings: KeyedUniforms;
  readonly broughtAfter: KeyedUniforms;
  readonly returns: KeyedUniforms;
  readonly returnAfter: KeyedUniforms;
  readonly returnDelay: KeyedDraws | null;
  readonly visitTime: KeyedUniforms;
  readonly booked: KeyedUniforms;
  readonly missed: KeyedUniforms;
  readonly punctuality: KeyedDraws | null;
  readonly survey: KeyedUniforms;
  readonly surveyAfter: KeyedUniforms;
  readonly delivered: KeyedUniforms;
  readonly collectAfter: KeyedUniforms;
  readonly followUp: KeyedDraws | null;
  /** Several draws a visitor: answers to recalls, departments that agree. */
  readonly answers: KeyedUniforms;
  readonly agrees: KeyedUniforms;
  /** By part of an approval in the hall, and of the review of a promised case. */
  readonly approval: readonly KeyedDraws[];
  readonly review: readonly KeyedDraws[];

  constructor(streams: Streams, model: HallModel, c: ClassModel) {
    const uniform = (purpose: string) => new KeyedUniforms(streams, purpose, c.id);
    const always = (purpose: string, sampler: Sampler) =>
      new KeyedDraws(streams, purpose, c.id, sampler);
    const draws = (purpose: string, sampler: Sampler | null | undefined) =>
      sampler ? always(purpose, sampler) : null;
    const parts = (purpose: string, work: readonly { readonly duration: Sampler }[] = []) =>
      work.map(({ duration }, i) => always(i === 0 ? purpose : `${purpose}${i}`, duration));
    this.gap = draws('arrival', gapsOf(c.arrivals));
    this.service = always('service', c.service);
    this.patience = draws('patience', c.patience);
    this.outcome = uniform('outcome');
    this.issue = draws('issue', c.approval?.issue);
    this.caseIssue = draws('caseIssue', c.promisedCase?.result?.issue);
    this.handIn = draws('handIn', c.incomplete?.handIn);
    this.clarify = draws('clarify', model.wrongTicket?.clarify);
    this.rating = uniform('rating');
    this.ratingTime = draws('ratingTime', model.rating?.duration);
    this.lowered = uniform('lowered');
    this.seat = uniform('seat');
    this.mobility = uniform('mobility');
    this.speed = model.mobility.map((m) => always('speed', m.speedMps));
    this.guide = uniform('guide');
    this.detect = uniform('detect');
    this.kiosk = uniform('kiosk');
    this.station = model.stations.map((s) => always(s.kind, s.service));
    this.online = uniform('online');
    this.companions = uniform('companions');
    this.green = uniform('green');
    this.balk = uniform('balk');
    this.wrong = uniform('wrong');
    this.wrongClass = uniform('wrongClass');
    this.line = uniform('line');
    this.noShow = uniform('noShow');
    this.incomplete = uniform('incomplete');
    this.decision = uniform('decision');
    this.brings = uniform('brings');
    this.broughtAfter = uniform('broughtAfter');
    this.returns = uniform('returns');
    this.returnAfter = uniform('returnAfter');
    this.returnDelay = draws('returnDelay', c.returnVisit?.delay);
    this.visitTime = uniform('visitTime');
    this.booked = uniform('booked');
    this.missed = uniform('missed');
    this.punctuality = draws('punctuality', c.appointments?.punctualityS);
    this.survey = uniform('survey');
    this.surveyAfter = uniform('surveyAfter');
    this.delivered = uniform('delivered');
    this.collectAfter = uniform('collectAfter');
    this.followUp = draws('followUp', model.rating?.followUp?.duration);
    this.answers = uniform('answers');
    this.agrees = uniform('agrees');
    this.approval = parts('approval', c.approval?.parts);
    this.review = parts('review', c.promisedCase?.review);
  }
}
