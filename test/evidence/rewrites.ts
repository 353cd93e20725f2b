/**
 * Invented passages with claims about them: rewrites that an editor might make, which must pass, and twins of them that
 * read as well and are false, which must be refused.
 */
export type Passage = {
  readonly text: string;
  readonly carried: readonly string[];
  readonly refused: readonly string[];
};

export const PASSAGES: readonly Passage[] = [
  {
    text: `Norrbank Compute has opened a data center of 90 MW near Skellefteå, Sweden, six weeks ahead of schedule. The site cost 7.2 billion kronor, and the state covered 15 percent of that. It holds about 40,000 accelerators, which a French startup, Lumière AI, has leased for five years. Norrbank had planned a second hall, but it dropped the idea in March for lack of power. "The river gave us everything except time," said Ebba Nyström, Norrbank's chief executive. A decision on a third site will not come before 2028.`,
    carried: [
      'Norrbank Compute opened a 90-megawatt data center near Skellefteå six weeks early.',
      'Lumière AI, a French startup, has rented the roughly 40,000 accelerators at the site for five years.',
      'The state paid 15% of the 7.2 billion kronor that the site cost.',
      'In March, Norrbank abandoned its plan for a second hall because it lacked power.',
      'Norrbank will decide on a third site in 2028 at the earliest.',
      'Ebba Nyström, the chief executive of Norrbank, said the river "gave us everything except time."',
    ],
    refused: [
      'Norrbank Compute opened a 90-megawatt data center near Skellefteå six weeks late.',
      'Norrbank has leased the roughly 40,000 accelerators at the site from Lumière AI for five years.',
      'The state paid 15% of the 7.2 billion euros that the site cost.',
      'In March, Norrbank abandoned its plan for a second hall because of local protests.',
      'Norrbank has opened a second hall.',
      'Ebba Nyström, the chief executive of Lumière AI, said the river "gave us everything except time."',
    ],
  },
  {
    text: `The chipmaker Arbel Semiconductor said on Wednesday that revenue fell 12 percent to $3.1 billion in the second quarter. Its rival Kestrel Devices, which reports next week, is expected to grow by a fifth. Arbel blamed a slow ramp of its newest product, the A90, whose shipments begin in September instead of June. It will cut roughly 900 jobs, most of them in Austin. The company kept its dividend and bought back $250 million of its own shares. "We built the right part at the wrong moment," the finance chief, Dana Wexler, told analysts.`,
    carried: [
      "Arbel Semiconductor's second-quarter revenue dropped 12% to $3.1 billion, it said on Wednesday.",
      'Shipments of the A90 will start in September rather than in June.',
      'Arbel is to lay off around 900 people, the majority of them in Austin.',
      'Arbel did not change its dividend.',
      'Kestrel Devices is forecast to grow by a fifth.',
      'Arbel repurchased $250 million of its shares.',
      'Dana Wexler, finance chief of Arbel, told analysts that it had "built the right part at the wrong moment."',
    ],
    refused: [
      "Arbel Semiconductor's second-quarter revenue rose 12% to $3.1 billion, it said on Wednesday.",
      'Shipments of the A90 began in June.',
      'Arbel is to lay off around 900 people, all of them in Austin.',
      'Arbel cut its dividend.',
      'Kestrel Devices grew by a fifth.',
      'Kestrel repurchased $250 million of its shares.',
      'Kestrel Devices will cut roughly 900 jobs.',
      'Dana Wexler, chief executive of Arbel, told analysts that it had "built the right part at the wrong moment."',
    ],
  },
  {
    text: `Regulators in Ohio rejected a request by the utility Maple Valley Power to charge data centers a separate tariff. The commission voted 4 to 1 on Tuesday. Maple Valley serves 1.6 million customers and says that data centers will account for 38 percent of its load by 2030, up from 11 percent today. Two technology companies, Orrin and Tessel, had opposed the plan. "A tariff for one class of customer is a wall around it," the commission's chair, Joan Ibarra, wrote. Maple Valley may appeal within 30 days.`,
    carried: [
      'The Ohio commission turned down a separate tariff for data centers that Maple Valley Power had asked for.',
      'By 2030, Maple Valley says, data centers will make up 38% of its load, compared with 11% today.',
      'Orrin and Tessel, two technology companies, were against the plan.',
      'Maple Valley has 1.6 million customers.',
      'The utility could appeal within 30 days.',
      'The vote on Tuesday was 4 to 1.',
    ],
    refused: [
      'The Ohio commission approved a separate tariff for data centers that Maple Valley Power had asked for.',
      'Data centers account for 38% of the load of Maple Valley.',
      'Orrin and Tessel, two technology companies, supported the plan.',
      'Maple Valley will appeal within 30 days.',
      'The commission rejected the tariff because it would have raised prices for households.',
      'By 2030, Maple Valley says, data centers will make up 11% of its load.',
      'The vote on Thursday was 4 to 1.',
      'Orrin serves 1.6 million customers.',
    ],
  },
  {
    text: `Helix Cloud will buy the Dutch operator Polder Hosting for €1.4 billion in cash, the two companies announced. Polder runs nine sites with a total of 210 MW and employs 640 people. The price is 22 times its yearly profit. Helix expects to close the deal in the first quarter of 2027, if the European Commission agrees. Polder's founders, who own 61 percent, have committed to sell. Helix has not said what will become of Polder's headquarters in Utrecht.`,
    carried: [
      'Polder Hosting, a Dutch operator, will be acquired by Helix Cloud for €1.4 billion in cash.',
      'Polder has 640 employees and operates nine sites totaling 210 MW.',
      'Helix is paying 22 times the annual profit of Polder.',
      'The deal is expected to close in the first quarter of 2027.',
      'The founders of Polder, who hold a stake of 61%, have promised to sell.',
      "What will happen to Polder's Utrecht headquarters, Helix has not disclosed.",
    ],
    refused: [
      'Helix Cloud will be acquired by the Dutch operator Polder Hosting for €1.4 billion in cash.',
      'Helix employs 640 people and operates nine sites totaling 210 MW.',
      'Helix closed the deal in the first quarter of 2027.',
      'The founders of Polder, who hold a stake of 61%, have refused to sell.',
      "Helix will close Polder's headquarters in Utrecht.",
      'Polder Hosting was sold for €1.4 billion in shares.',
      'The founders of Helix, who own 61 percent, have committed to sell.',
    ],
  },
  {
    text: `Researchers at Calder University found that cooling consumed 31 percent of the electricity in 48 data centers they measured, down from 37 percent in 2021. Halls with liquid cooling needed 9 percent less power than those with air. The study, which the energy agency paid for, did not look at water. "Nobody measures the pumps," said Ines Amador, who led the work. She now wants to include sites in hot countries. The oldest hall dates from 1998.`,
    carried: [
      'Cooling used 31% of the power in the 48 data centers that Calder University measured, according to its researchers.',
      'In 2021, the share of cooling was 37 percent.',
      'Halls cooled by liquid used 9 percent less electricity than air-cooled ones.',
      'The energy agency funded the study.',
      'Water was not part of the study.',
      'Ines Amador would like to add sites in hot countries.',
    ],
    refused: [
      'Cooling used 37% of the power in the 48 data centers that Calder University measured, according to its researchers.',
      'Halls cooled by air used 9 percent less electricity than those cooled by liquid.',
      'The energy agency carried out the study.',
      'The study also looked at water.',
      'Ines Amador has added sites in hot countries.',
      'The share of electricity that cooling consumed rose from 2021.',
      'The newest hall dates from 1998.',
    ],
  },
  {
    text: `Vega Labs trained its new model, Lyra 2, on 16,000 GPUs over 54 days, the startup said in a paper. The run cost about $61 million, less than half of what its predecessor took. Lyra 2 answers questions for $0.40 per million tokens, while Lyra 1 remains at $1.10. Vega does not publish the weights. Its main backer, the fund Northgate, put in a further $300 million in May and holds 18 percent. "Cheaper is a feature," the co-founder Tomasz Wilk said.`,
    carried: [
      'Training Lyra 2 took Vega Labs 54 days on 16,000 GPUs.',
      'The training run cost some $61 million.',
      'Lyra 2 costs $0.40 per million tokens.',
      'The price of Lyra 1 stays at $1.10.',
      'The weights are not published by Vega.',
      'Northgate, the main backer of Vega, invested another $300 million in May.',
      'Northgate owns 18% of Vega Labs.',
      'According to co-founder Tomasz Wilk, "cheaper is a feature."',
    ],
    refused: [
      'Training Lyra 1 took Vega Labs 54 days on 16,000 GPUs.',
      'The training run cost $61 million.',
      'Lyra 2 costs $1.10 per million tokens.',
      'Lyra 2 costs $0.40 per thousand tokens.',
      'Vega publishes the weights of Lyra 2.',
      'Northgate sold its stake in Vega for $300 million in May.',
      'Vega Labs owns 18% of Northgate.',
      'The run cost more than twice what its predecessor took.',
      'Northgate put in a further $300 million in June.',
    ],
  },
  {
    text: `A fire on Sunday shut down the Pelham substation in New Jersey and left three data centers without power for almost seven hours. Nobody was hurt. The operator, Garden State Transmission, said that a faulty breaker was to blame, and ruled out an attack. Backup generators kept two of the sites running. The third, which belongs to Corwin Exchange, lost trading records, though none of its customers' money. Repairs should be finished by the end of the month and may cost as much as $14 million.`,
    carried: [
      'Three data centers had no power for nearly seven hours after a fire at the Pelham substation in New Jersey.',
      'Garden State Transmission blamed a faulty breaker for the fire.',
      'No one was injured.',
      'Two of the sites kept running on backup generators.',
      'Corwin Exchange lost trading records.',
      'The repairs could cost up to $14 million.',
      'Repairs are due to be completed by the end of the month.',
    ],
    refused: [
      'Three data centers had no power for more than seven hours after a fire at the Pelham substation in New Jersey.',
      'Garden State Transmission blamed an attack for the fire.',
      'Several people were injured.',
      'Three of the sites kept running on backup generators.',
      "Corwin Exchange lost its customers' money.",
      'The repairs will cost $14 million.',
      'Repairs were finished by the end of the month.',
      'A flood on Sunday shut down the Pelham substation in New Jersey.',
    ],
  },
  {
    text: `Sabine Fiber has laid a cable of 1,150 kilometers between Lisbon and Casablanca. The link carries 320 terabits per second and went live in April, two years later than first planned. Morocco's government owns 30 percent of it, and Sabine the rest. Storms had delayed the work twice. Sabine now plans a branch to the Canary Islands, for which it is seeking €90 million. "Every winter taught us to be humble," said Paulo Reis, who heads Sabine's marine unit.`,
    carried: [
      'The 1,150-kilometer cable between Lisbon and Casablanca started operating in April.',
      'The government of Morocco holds 30% of the cable.',
      'Sabine owns what Morocco does not.',
      'Storms twice set back the work.',
      'Sabine is looking for €90 million for a branch to the Canary Islands.',
      'The cable came into service two years behind schedule.',
      'Paulo Reis, the head of the marine unit at Sabine Fiber, said that "every winter taught us to be humble."',
    ],
    refused: [
      'The 1,150-kilometer cable between Lisbon and Casablanca will start operating in April.',
      'The government of Portugal holds 30% of the cable.',
      'Sabine holds 30 percent of the cable.',
      'Strikes twice set back the work.',
      'Sabine has raised €90 million for a branch to the Canary Islands.',
      'The cable came into service two years ahead of schedule.',
      'A branch to the Canary Islands went live in April.',
    ],
  },
];
