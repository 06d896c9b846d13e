import { Injectable } from '@nestjs/common';

/** The time. Specs put another one in its place; nothing else asks the machine. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
