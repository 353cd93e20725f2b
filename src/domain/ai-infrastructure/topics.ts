/** What AI infrastructure is made of, as topics that a channel can choose, each with the words and names that tell it. */
import type { Topic } from '../field.ts';

const words = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');

export const TOPICS: readonly Topic[] = [
  {
    id: 'chips',
    name: 'Accelerators and chips',
    strong:
      words(`gpu, tpu, npu, ai chip, ai accelerator, accelerator, hbm, high-bandwidth memory, inference chip, trainium,
      inferentia, blackwell, rubin, hopper, mi300x, mi325x, mi350, mi355x, mi400, mi450, gaudi, h100, h200, b200, gb200, gb300, cowos,
      advanced packaging, foundry, wafer, semiconductor, chipmaker, chip maker, chiplet, lithography, euv, dram, nand,
      export control, asic, nvlink, custom silicon, ai processor, graphics processor, memory chip, fab, packaging plant, packaging capacity, ai memory, stacked memory,
      b300, h20, h800, hbm3, hbm3e, hbm4, hbm4e, vera rubin, chip design, chip designer, chip start-up, chip startup, chip plant, chip factory, photoresist, photomask,
      extreme ultraviolet, interposer, wafer-scale, memory maker`),
    weak: words('chip, silicon, processor, memory, node, nanometre, nanometer, yield, packaging, cpu, die, transistor'),
  },
  {
    id: 'data-centres',
    name: 'Data centres',
    strong:
      words(`data centre, data center, datacentre, datacenter, colocation, hyperscale, hyperscaler, server farm, liquid cooling,
      immersion cooling, rack density, ai campus, ai factory, gigawatt campus, compute campus, supercomputer, ai cluster, gpu cluster, server hall,
      ai infrastructure, stargate, ai server, server rack, ai rack, rack-scale, gpu server, data campus, data-centre campus, server campus,
      coolant distribution unit, coolant distribution, direct-to-chip, cooling distribution unit, rear-door heat exchanger, liquid-cooled, by-right zoning,
      cold plate, data hall, server room, supercomputing, cooling loop`),
    weak: words(
      'campus, rack, cooling, megawatt, server, site, zoning, hectare, acre, water, groundwater, tenant, facility, chiller, coolant, cooling tower, cooling unit, cooling water, campus, hall, generator, landlord, evaporate, aquifer, planning permission',
    ),
  },
  {
    id: 'power',
    name: 'Power and grid',
    strong:
      words(`power purchase agreement, ppa, grid connection, interconnection queue, small modular reactor, smr, behind-the-meter,
      substation, transmission line, gas turbine, nuclear restart, nuclear plant, capacity auction, load growth, electricity demand, power demand,
      large-load tariff, large load, utility-scale, battery storage, transformer shortage, switchgear, large transformer, power transformer, transformer order, capacity market, megawatt-day, combined-cycle, grid operator, power contract, reactor restart, interconnection request, ercot, pjm, gigawatt, fuel cell, power plant, electricity grid,
      transformer maker, transformer plant, transformer factory, interconnection agreement, demand response, capacity payment, reserve margin, backup generator, diesel generator`),
    weak: words(`power, grid, electricity, megawatt, utility, nuclear, gas, solar, wind, battery, transformer, turbine,
      generator, energy, carbon, emission, ratepayer, tariff, reactor, capacity, auction, peaker, line, outage, kilowatt`),
  },
  {
    id: 'cloud',
    name: 'Cloud and compute rental',
    strong:
      words(`cloud computing, cloud region, gpu rental, neocloud, compute contract, compute capacity, gpu cloud, sovereign cloud,
      gpu-hour, gpu hour, cloud capacity, bare metal, availability zone, cloud provider, cloud outage, kubernetes, reserved capacity, cloud revenue, compute deal, cloud company, cloud firm, cloud zone, cloud customer, cloud contract, cloud exit fee, exit fee,
      egress fee, hyperscale cloud, rented accelerator, cloud service, cloud business, cloud unit, gpu price`),
    weak: words(
      'cloud, zone, exit, compute, rental, instance, hosting, outage, region, spot, serverless, virtual machine, status page, offline, downtime',
    ),
  },
  {
    id: 'networks',
    name: 'Networks and interconnect',
    strong:
      words(`infiniband, subsea cable, submarine cable, co-packaged optics, optical transceiver, optical interconnect, silicon photonics, dark fibre,
      dark fiber, ethernet switch, ultra ethernet, data-centre interconnect, data center interconnect, 800g, 1.6t, spectrum-x, scale-up fabric, network fabric,
      peering, fibre route, fiber route, optical transceiver, pluggable optics, pluggable transceiver, terabit transceiver, transceiver, optical part, data cable, fibre pair, fiber pair,
      network switch, indium phosphide, switch chip, switch asic, optical module, long-haul fibre, long-haul fiber,
      undersea cable, fibre-optic, fiber-optic, optical link, optical switch, circuit switch, network chip`),
    weak: words(
      'network, fibre, fiber, optical, switch, cable, bandwidth, ethernet, photonics, latency, router, laser, optics, terabit, subsea, landing station',
    ),
  },
  {
    id: 'models',
    name: 'Models and serving',
    strong:
      words(`inference cost, training run, large language model, language model, foundation model, frontier model, token per second, tokens per second,
      inference server, inference engine, vllm, tensorrt, training cluster, generative ai, ai model, model training, ai inference, million tokens, ai workload,
      ai lab, ai developer, ai company, ai firm, ai start-up, ai startup`),
    weak: words(
      'inference, training, model, token, parameter, benchmark, agent, ai, artificial intelligence, llm, serving, throughput',
    ),
  },
  {
    id: 'money',
    name: 'Money and deals',
    strong:
      words(`ai spending, ai capex, capital expenditure, capital spending, capex, data-centre debt, gpu-backed loan, ai investment, data center financing,
      data centre financing, ai bubble, ai boom, order backlog of ai servers, data-centre bond, data center bond, data-centre insurance, data center insurance, data-centre lender, data center lender`),
    weak: words(`revenue, earnings, quarter, profit, guidance, acquisition, funding, valuation, loan, bond, debt, lease, contract, billion,
      stake, merger, ipo, investor, financing, forecast, shares, results, backlog, order, sale, bid, takeover, offer, fund, buyout, insurer, reinsurer, lender`),
  },
  {
    id: 'policy',
    name: 'Policy and rules',
    strong:
      words(`export control, chip export, export licence, export license, chips act, ai act, data-centre moratorium, data center moratorium, chip tariff,
      entity list, data sovereignty, ai regulation, data center ban, data centre ban`),
    weak: words(`regulator, tariff, permit, moratorium, commission, ministry, lawsuit, antitrust, ban, subsidy, tax, law, bill, court,
      licence, license, sanction, council, senate, approval, rule, judge, hearing, appeal, suit, injunction, ordinance, referendum, export`),
  },
];

/**
 * Words of the fields beside this one, which use its words for other things: a household's power, a telephone's chip, a sponsor's cloud. An
 * article with more of these than of ours is not of this field.
 */
export const BESIDE: readonly string[] =
  words(`household, homeowner, family, home, smartphone, phone, handset, smartwatch, watch, headphone, earbud, laptop, tablet, speaker, gadget,
  gaming, gamer, game, player, console, app, dating, recipe, film, movie, novel, novelist, song, marathon, cycling, cyclist, football, team, jersey,
  sponsor, school, teacher, pupil, essay, hospital, patient, doctor, x-ray, ferry, passenger, e-bike, bike, train, tram, commuter, holiday, portrait, selfie,
  streaming, subscriber, bitcoin, stablecoin, crypto, coin, token sale, wallet, discount, deal of the day, gift, garden, coffee, heat pump, electric car, village,
  suburb, mobile plan, crypto exchange, tutorial, tips`);
